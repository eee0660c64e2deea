import { makeSensitivity, makeStyles } from '../../src/panel/choices';
import { makePart, makeTitle } from '../../src/panel/part';
import { makePort } from '../../src/panel/port';
import { makeService } from '../../src/panel/service';
import { makeOwnSites, makeSites } from '../../src/panel/sites';
import { el } from '../../src/look/dom';
import { readSettings } from '../../src/settings';
import { speak } from '../../src/words/speak';

const { port, sensitivity, sitesOff, style } = await readSettings();
const service = makeService();
document.querySelector('main')?.append(
  makeTitle(speak('panel.options')),
  makeStyles(style),
  makeSensitivity(sensitivity),
  makeSites(sitesOff),
  await makeOwnSites(),
  service.element,
  makePort(port, () => void service.look()),
  makePart(speak('panel.language.heading'), el('p', { class: 'quiet' }, speak('panel.language.only'))),
);

import { browser } from 'wxt/browser';
import { el } from '../../src/look/dom';
import { makeSensitivity } from '../../src/panel/choices';
import { makeTitle } from '../../src/panel/part';
import { makePort } from '../../src/panel/port';
import { makeService } from '../../src/panel/service';
import { makeThisSite } from '../../src/panel/this-site';
import { readSettings } from '../../src/settings';
import { speak } from '../../src/words/speak';

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const { port, sensitivity } = await readSettings();

const service = makeService();
const more = el('button', { type: 'button', class: 'plain' }, speak('panel.more'));
more.addEventListener('click', () => void browser.runtime.openOptionsPage());
document.querySelector('main')?.append(
  makeTitle(speak('panel.name')),
  await makeThisSite(tab?.url, tab?.id),
  service.element,
  makeSensitivity(sensitivity),
  makePort(port, () => void service.look()),
  more,
);

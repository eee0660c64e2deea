import { makeCommand, commandFor } from '../../src/look/command';
import { el } from '../../src/look/dom';
import { makePart, makeTitle } from '../../src/panel/part';
import { makeService } from '../../src/panel/service';
import { readSettings } from '../../src/settings';
import { speak, type Key } from '../../src/words/speak';

const DOES: readonly Key[] = ['welcome.does.holds', 'welcome.does.asks', 'welcome.does.choices', 'welcome.does.stays'];
const DOES_NOT: readonly Key[] = [
  'welcome.doesNot.videos', 'welcome.doesNot.phones', 'welcome.doesNot.sites', 'welcome.doesNot.open',
  'welcome.doesNot.wrong',
];

const { port } = await readSettings();
document.querySelector('main')?.append(
  makeTitle(speak('welcome.heading')),
  makePart(speak('welcome.does.heading'), list(DOES)),
  makePart(speak('welcome.doesNot.heading'), list(DOES_NOT)),
  ...allow(),
  makeService().element,
  makePart(speak('welcome.try.heading'),
    el('a', { href: `http://127.0.0.1:${port}/practice` }, speak('welcome.try.link')),
    el('p', { class: 'quiet' }, speak('welcome.try.line'))),
);

function list(keys: readonly Key[]): HTMLElement {
  return el('ul', {}, ...keys.map((key) => el('li', {}, speak(key))));
}

/** Chromium's id is fixed and known to the service; Firefox gives each installation another origin. */
function allow(): HTMLElement[] {
  const command = commandFor('not-allowed', location.origin, port);
  if (!import.meta.env.FIREFOX || !command) return [];
  return [makePart(speak('welcome.allow.heading'), el('p', {}, speak('welcome.allow.line')), makeCommand(command))];
}

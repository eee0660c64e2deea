/** Every listed site with its switch, and the sites that the person added. */
import { el } from '../look/dom';
import { listed, switchOff } from '../sites/extra';
import { SITES } from '../sites/guide';
import { speak } from '../words/speak';
import { makePart, makeSwitch } from './part';
import { setListed } from './this-site';

export function makeSites(sitesOff: readonly string[]): HTMLElement {
  const boxes = SITES.map(({ id, name }) => makeSwitch(name, !sitesOff.includes(id), (on) => void setListed(id, on)));
  return makePart(speak('panel.sites.heading'), el('div', { class: 'columns' }, ...boxes));
}

export async function makeOwnSites(): Promise<HTMLElement> {
  const rows = (await listed()).map((origin) => {
    const label = speak('panel.sites.remove', { site: new URL(origin).host });
    const button = el('button', { type: 'button', class: 'plain' }, label);
    button.addEventListener('click', () => void switchOff(origin).then(() => { button.remove(); }));
    return button;
  });
  const part = makePart(speak('panel.sites.own'), ...rows);
  part.hidden = rows.length === 0;
  return part;
}

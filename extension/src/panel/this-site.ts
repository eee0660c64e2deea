/** Whether photos are checked on the site of the tab at hand. */
import { readSettings, writeSettings } from '../settings';
import { switchOff, switchOn } from '../sites/extra';
import { siteOf } from '../sites/guide';
import { speak } from '../words/speak';
import { makeNote, makePart, makeSwitch } from './part';

/** `address` is the tab's; undefined where the browser does not tell. */
export async function makeThisSite(address: string | undefined): Promise<HTMLElement> {
  const note = makeNote();
  const { sitesOff, extraSites } = await readSettings();
  const url = address && URL.canParse(address) ? new URL(address) : null;
  const site = url && siteOf(url.href);
  const heading = speak('panel.site.heading');

  if (url && site) {
    const label = speak('panel.site.check', { site: site.name });
    return makePart(heading, makeSwitch(label, !sitesOff.includes(site.id), (on) => void setListed(site.id, on)));
  }
  if (url && /^https?:$/.test(url.protocol)) {
    const box = makeSwitch(speak('panel.site.check', { site: url.hostname }), extraSites.includes(url.origin), (on) => {
      void setExtra(url.origin, on).then((done) => {
        note.textContent = done ? (on ? speak('panel.site.reload') : '') : speak('panel.site.refused');
        const input = box.querySelector('input');
        if (input && !done) input.checked = false;
      });
    });
    return makePart(heading, box, note);
  }
  note.textContent = speak('panel.site.nothing');
  return makePart(heading, note);
}

/** Switches a listed site on or off. */
export async function setListed(id: string, on: boolean): Promise<void> {
  const others = (await readSettings()).sitesOff.filter((other) => other !== id);
  await writeSettings({ sitesOff: on ? others : [...others, id] });
}

async function setExtra(origin: string, on: boolean): Promise<boolean> {
  if (on) return switchOn(origin);
  await switchOff(origin);
  return true;
}

/** Whether photos are checked on the site of the tab at hand. */
import { readSettings, writeSettings } from '../settings';
import { switchOff, switchOn } from '../sites/extra';
import { siteOf } from '../sites/guide';
import { speak } from '../words/speak';
import { makeNote, makePart, makeSwitch } from './part';
import { makeReload } from './reload';

/** `address` and `tabId` are the tab's; undefined where the browser does not tell. */
export async function makeThisSite(address: string | undefined, tabId?: number): Promise<HTMLElement> {
  const note = makeNote();
  const { sitesOff, extraSites } = await readSettings();
  const url = address && URL.canParse(address) ? new URL(address) : null;
  const site = url && siteOf(url.href);
  const heading = speak('panel.site.heading');

  if (url && site) {
    const label = speak('panel.site.check', { site: site.name });
    const isOn = !sitesOff.includes(site.id);
    const reload = isOn ? await makeReload(tabId) : [];
    return makePart(heading, makeSwitch(label, isOn, (on) => void setListed(site.id, on)), ...reload);
  }
  if (url && /^https?:$/.test(url.protocol)) {
    const isOn = extraSites.includes(url.origin);
    const box = makeSwitch(speak('panel.site.check', { site: url.hostname }), isOn, (on) => {
      void setExtra(url.origin, on).then((done) => {
        note.textContent = done ? (on ? speak('panel.site.reload') : '') : speak('panel.site.refused');
        const input = box.querySelector('input');
        if (input && !done) input.checked = false;
      });
    });
    return makePart(heading, box, note, ...(isOn ? await makeReload(tabId) : []));
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

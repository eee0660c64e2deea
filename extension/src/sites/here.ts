/** Which site a page belongs to, and whether Pauza is on for it. */
import type { SiteHere } from '../messages';
import type { Settings } from '../settings';
import { siteOf } from './guide';

/** The id of a listed site, else the host of the address. A frame without an address of its own has the id `null`. */
export function siteId(url: string): string {
  return siteOf(url)?.id ?? (URL.canParse(url) ? new URL(url).hostname : 'null');
}

export function isOn(url: string, { sitesOff }: Settings): boolean {
  return !sitesOff.includes(siteId(url));
}

export function siteHere(url: string, { style }: Settings): SiteHere {
  const site = siteOf(url);
  const { scope, steps, checked } = site?.audience ?? { scope: 'none' as const, steps: [], checked: null };
  return { style, guide: { site: site?.name ?? siteId(url), scope, steps, checked } };
}

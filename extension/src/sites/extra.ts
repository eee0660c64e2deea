/** Sites that the person switched on beside the listed ones. */
import { browser } from 'wxt/browser';
import { readSettings, writeSettings } from '../settings';
import { GATE_SCRIPT, PAGE_SCRIPT } from './patterns';

/**
 * Holds photos on one more site, given by its origin (`https://host`). To be called in a click, since the browser asks
 * the person for the permission; answers whether it was given. Open tabs of the site need a reload.
 */
export async function switchOn(origin: string): Promise<boolean> {
  if (!(await browser.permissions.request({ origins: [patternOf(origin)] }))) return false;
  await register(origin);
  await writeSettings({ extraSites: [...new Set([...(await listed()), origin])] });
  return true;
}

/** Leaves a site alone again and gives its permission back. */
export async function switchOff(origin: string): Promise<void> {
  const others = (await listed()).filter((other) => other !== origin);
  await writeSettings({ extraSites: others });
  const pattern = patternOf(origin);
  if (others.some((other) => patternOf(other) === pattern)) return; // the same host with another port
  await browser.scripting.unregisterContentScripts({ ids: idsOf(pattern) }).catch(() => undefined); // was not there
  await browser.permissions.remove({ origins: [pattern] });
}

/** Origins of the sites switched on. */
export async function listed(): Promise<string[]> {
  return (await readSettings()).extraSites;
}

/** An update of the extension forgets what was registered; sites whose permission was taken back are left out. */
export async function registerAgain(): Promise<void> {
  for (const origin of await listed()) {
    if (await browser.permissions.contains({ origins: [patternOf(origin)] })) await register(origin);
  }
}

async function register(origin: string): Promise<void> {
  const pattern = patternOf(origin);
  const [gate, page] = idsOf(pattern);
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [gate] });
  if (known) return;
  const where = {
    matches: [pattern], runAt: 'document_start' as const,
    allFrames: true, matchOriginAsFallback: true, persistAcrossSessions: true,
  };
  await browser.scripting.registerContentScripts([
    { ...where, id: gate, js: [GATE_SCRIPT] },
    { ...where, id: page, js: [PAGE_SCRIPT], world: 'MAIN' },
  ]);
}

function idsOf(pattern: string): [gate: string, page: string] {
  return [pattern, `page ${pattern}`];
}

/** Without the port: Firefox takes patterns with one and ignores them. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

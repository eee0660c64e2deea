/** What the client needs of the browser. */
import { browser } from 'wxt/browser';
import { readSettings } from '../settings';
import type { Outside } from './request';

export const outside: Outside = {
  fetch: (input, init) => fetch(input, init),
  port: async () => (await readSettings()).port,
  wait: (ms) => new Promise((resolve) => { setTimeout(resolve, ms); }),
  whyAway,
};

async function whyAway(): ReturnType<Outside['whyAway']> {
  if (!(await browser.permissions.contains({ origins: ['http://127.0.0.1/*'] }))) return 'no-permission';
  return (await localAddressesAreBlocked()) ? 'blocked' : 'service-away';
}

/** Browsers that guard local addresses have a permission for it; others don't know its name. */
async function localAddressesAreBlocked(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'loopback-network' as PermissionName });
    return state === 'denied';
  } catch {
    return false;
  }
}

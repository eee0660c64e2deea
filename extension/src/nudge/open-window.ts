/**
 * Opens the nudge in a window of its own, from the background. One a tab: a page may ask from many frames, and without
 * a person, and is not to fill the screen by us.
 */
import { browser } from 'wxt/browser';

/** The frame that asks, and the name of the port on which it is called. */
export interface Caller { nonce: string; tabId: number; frameId: number }

/** Room for both columns of the sheet; the person may change it. */
export const WINDOW_SIZE = { width: 900, height: 720 };

/** A window whose question was answered may still be closing when the next one is asked. */
const LOOKS = 20;
const LOOK_EVERY_MS = 100;

let last: Promise<unknown> = Promise.resolve();

/** Rejects where the tab has such a window. */
export function openWindow(caller: Caller): Promise<void> {
  const opened = last.then(() => open(caller));
  last = opened.catch(() => null);
  return opened;
}

async function open(caller: Caller): Promise<void> {
  const key = `window ${caller.tabId}`; // in the session's storage: the background may end while the window is open
  const { [key]: before } = await browser.storage.session.get<Record<string, number>>(key);
  if (before !== undefined && !(await isGone(before))) throw new Error('This tab has a nudge in a window of its own.');
  const hash = new URLSearchParams(Object.entries(caller)).toString();
  const url = browser.runtime.getURL(`/nudge.html#${hash}`);
  const window = await browser.windows.create({ type: 'popup', url, ...WINDOW_SIZE });
  await browser.storage.session.set({ [key]: window?.id });
}

async function isGone(windowId: number): Promise<boolean> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const isOpen = await browser.windows.get(windowId).then(() => true, () => false);
    if (!isOpen) return true;
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
  }
  return false;
}

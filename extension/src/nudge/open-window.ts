/**
 * Opens the nudge in a window of its own, from the background. One a tab: a page may ask from many frames, and without
 * a person, and is not to fill the screen by us.
 */
import { browser } from 'wxt/browser';
import { noteWindow, windowOf } from '../session';

/** The frame that asks, and the name of the port on which the window speaks to it. */
export interface Asker { nonce: string; tabId: number; frameId: number }

/** Room for both columns of the sheet; the person may change it. */
export const WINDOW_SIZE = { width: 900, height: 720 };

/** A window whose question was answered may still be closing when the next one is asked. */
const LOOKS = 20;
const LOOK_EVERY_MS = 100;

/** A tab's askers come one after the other; what an ended background forgets of them is in the session's memory. */
const latest = new Map<number, Promise<unknown>>();

/** false: the tab has such a window already, which is brought before the person. */
export function openWindow(asker: Asker, isPrivate: boolean): Promise<boolean> {
  const opened = Promise.resolve(latest.get(asker.tabId)).then(() => open(asker, isPrivate));
  latest.set(asker.tabId, opened.catch(() => null));
  return opened;
}

async function open(asker: Asker, isPrivate: boolean): Promise<boolean> {
  const before = await windowOf(asker.tabId);
  if (before?.nonce === asker.nonce) return true; // asked again, since the background ended before it answered
  if (before && !(await isGone(before.id))) {
    await browser.windows.update(before.id, { focused: true });
    return false;
  }
  const hash = new URLSearchParams(Object.entries(asker)).toString();
  const url = browser.runtime.getURL(`/nudge.html#${hash}`);
  const window = await browser.windows.create({ type: 'popup', url, incognito: isPrivate, ...WINDOW_SIZE });
  if (window?.id !== undefined) await noteWindow(asker.tabId, { id: window.id, nonce: asker.nonce });
  return true;
}

async function isGone(windowId: number): Promise<boolean> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const isOpen = await browser.windows.get(windowId).then(() => true, () => false);
    if (!isOpen) return true;
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
  }
  return false;
}

/**
 * What is kept until the browser closes, in its memory and nowhere else: decisions by a photo's digest, the sizes of
 * such photos, on which sites troubles were told, and which window asks for which tab. None of it leaves a trace on the
 * disk or reaches a page.
 */
import { browser } from 'wxt/browser';
import type { Remembered } from './messages';

/** Most photos are of a size that was never decided on here, and need no digest to be known as new. */
export async function recall(photo: Blob, siteId: string): Promise<Remembered | null> {
  const size = sizeKey(photo, siteId);
  if (!(await isSet(size))) return null;
  const key = await photoKey(photo, siteId);
  const found = await browser.storage.session.get<Record<string, Remembered | undefined>>(key);
  return found[key] ?? null;
}

export async function rememberDecision(photo: Blob, siteId: string, what: Remembered): Promise<void> {
  const decided = { [sizeKey(photo, siteId)]: true, [await photoKey(photo, siteId)]: what };
  await browser.storage.session.set(decided);
}

/** Whether the person was told on a site that checks are impossible. */
export async function wasTold(siteId: string): Promise<boolean> {
  return isSet(`told ${siteId}`);
}

export async function noteTold(siteId: string): Promise<void> {
  await browser.storage.session.set({ [`told ${siteId}`]: true });
}

/** The window in which the nudge asks for a tab, and the name by which it and the asking frame know each other. */
export interface NudgeWindow { id: number; nonce: string }

export async function windowOf(tabId: number): Promise<NudgeWindow | undefined> {
  const key = windowKey(tabId);
  return (await browser.storage.session.get<Record<string, NudgeWindow | undefined>>(key))[key];
}

export async function noteWindow(tabId: number, window: NudgeWindow): Promise<void> {
  await browser.storage.session.set({ [windowKey(tabId)]: window });
}

function windowKey(tabId: number): string {
  return `window ${tabId}`;
}

async function isSet(key: string): Promise<boolean> {
  const found = await browser.storage.session.get<Record<string, true | undefined>>(key);
  return found[key] ?? false;
}

function sizeKey(photo: Blob, siteId: string): string {
  return `size ${siteId} ${photo.size}`;
}

async function photoKey(photo: Blob, siteId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await photo.arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `photo ${siteId} ${hex}`;
}

/**
 * What is kept until the browser closes, in its memory and nowhere else: decisions by a photo's digest, and on which
 * sites troubles were told. Digests and decisions leave no trace on the disk and reach no page.
 */
import { browser } from 'wxt/browser';
import type { Remembered } from './messages';

export async function recall(photo: Blob, siteId: string): Promise<Remembered | null> {
  const key = await keyOf(photo, siteId);
  const found = await browser.storage.session.get<Record<string, Remembered | undefined>>(key);
  return found[key] ?? null;
}

export async function rememberDecision(photo: Blob, siteId: string, what: Remembered): Promise<void> {
  await browser.storage.session.set({ [await keyOf(photo, siteId)]: what });
}

/** Whether the person was told on a site that checks are impossible. */
export async function wasTold(siteId: string): Promise<boolean> {
  const key = `told ${siteId}`;
  const found = await browser.storage.session.get<Record<string, true | undefined>>(key);
  return found[key] ?? false;
}

export async function noteTold(siteId: string): Promise<void> {
  await browser.storage.session.set({ [`told ${siteId}`]: true });
}

async function keyOf(photo: Blob, siteId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await photo.arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `photo ${siteId} ${hex}`;
}

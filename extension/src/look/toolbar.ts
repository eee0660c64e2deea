/** The extension's sign in the toolbar: its state in a tab differs by shape. */
import { browser } from 'wxt/browser';
import type { Answer, Finding, Trouble } from '../messages';
import { toolbar as words } from '../words/en.json';

export type State = 'on' | 'off' | 'away';

const SIZES = [16, 32, 48, 128];

/** Troubles of one photo alone, or that pass: the service is there. */
const OF_THE_PHOTO: ReadonlySet<Trouble> = new Set([
  'unknown-kind', 'damaged', 'too-large', 'took-too-long', 'failed', 'busy', 'warming',
]);

/** What a check says of the service; null: nothing new. */
export function stateAfter(found: Answer<Finding>): State | null {
  if (!found.ok) return OF_THE_PHOTO.has(found.trouble) ? null : 'away';
  return found.value.known === 'site-off' ? 'off' : 'on';
}

/** Until the tab goes on to another page. A tab that was closed meanwhile needs no sign. */
export async function showState(tabId: number, state: State): Promise<void> {
  const prefix = state === 'on' ? '' : `${state}-`;
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${prefix}${size}.png`]));
  await browser.action.setIcon({ tabId, path }).catch(() => undefined);
}

/** A dash, for as long as the page stays: a photo in it was not checked. */
export async function showNotChecked(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '–' }).catch(() => undefined);
}

/** A tab was open before the extension: nothing is held in it until it is loaded anew, and then the mark is gone. */
export async function showOpenBefore(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '↻' }).catch(() => undefined);
  await browser.action.setTitle({ tabId, title: words.openBefore }).catch(() => undefined);
}

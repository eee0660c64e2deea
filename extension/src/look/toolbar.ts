/** The extension's sign in the toolbar: its state in a tab differs by shape. */
import { browser } from 'wxt/browser';

type State = 'on' | 'off' | 'away' | 'unchecked';

const SIZES = [16, 32, 48, 128];

/** Until the tab goes on to another page; null is no tab. A tab that was closed meanwhile needs no sign. */
export async function showState(tabId: number | null, state: State): Promise<void> {
  if (tabId === null) return;
  const prefix = state === 'on' ? '' : `${state}-`;
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${prefix}${size}.png`]));
  await browser.action.setIcon({ tabId, path }).catch(() => undefined);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Answer, Finding } from '../messages';
import { showOpenBefore, showState, stateAfter } from './toolbar';

const setIcon = vi.fn<(icon: { tabId: number; path: Record<string, string> }) => Promise<void>>();
setIcon.mockResolvedValue();
const setBadgeText = vi.fn(() => Promise.resolve());
const setTitle = vi.fn<(title: { tabId: number; title: string }) => Promise<void>>(() => Promise.resolve());
Object.assign(browser, { action: { setIcon, setBadgeText, setTitle } });

it.each(['on', 'off', 'away'] as const)('"%s" has a drawing for every size', async (state) => {
  await showState(7, state);
  const [{ tabId, path }] = setIcon.mock.lastCall!;
  expect(tabId).toBe(7);
  for (const file of Object.values(path)) {
    expect(existsSync(join(import.meta.dirname, '../../public', file)), file).toBe(true);
  }
});

it('a tab that was open before says so, in that tab alone', async () => {
  await showOpenBefore(7);
  expect(setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '↻' });
  expect(setTitle.mock.lastCall?.[0].tabId).toBe(7);
  expect(setTitle.mock.lastCall?.[0].title).toContain('reload it');
});

it('a tab that is gone is left alone', async () => {
  setIcon.mockRejectedValueOnce(new Error('No tab with id: 7.'));
  await expect(showState(7, 'off')).resolves.toBeUndefined();
});

it.each<[Answer<Finding>, ReturnType<typeof stateAfter>]>([
  [{ ok: true, value: { known: 'site-off' } }, 'off'],
  [{ ok: true, value: { known: 'before', decided: { decision: 'as-is' } } }, 'on'],
  [{ ok: false, trouble: 'service-away' }, 'away'],
  [{ ok: false, trouble: 'not-allowed' }, 'away'],
  [{ ok: false, trouble: 'damaged' }, null],
  [{ ok: false, trouble: 'busy' }, null],
])('after %j it is %s', (found, state) => { expect(stateAfter(found)).toBe(state); });

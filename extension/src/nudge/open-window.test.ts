import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { openWindow } from './open-window';

const open = new Set<number>();
const create = vi.fn<(how: { url: string; type: string }) => Promise<{ id: number }>>();
const update = vi.fn(() => Promise.resolve());
const asker = { nonce: '1-2', tabId: 7, frameId: 3 };
const another = { ...asker, nonce: '3-4' };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  open.clear();
  create.mockReset().mockImplementation(() => {
    const id = create.mock.calls.length;
    open.add(id);
    return Promise.resolve({ id });
  });
  Object.assign(browser, {
    windows: {
      create,
      update,
      get: (id: number) => (open.has(id) ? Promise.resolve({ id }) : Promise.reject(new Error('gone'))),
    },
  });
});

it('the window knows whom to call, and by which name', async () => {
  await openWindow(asker, false);
  const [{ url, type }] = create.mock.lastCall!;
  expect(type).toBe('popup');
  expect(Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1))))
    .toEqual({ nonce: '1-2', tabId: '7', frameId: '3' });
});

it('a tab has one such window, from however many frames it asks at once', async () => {
  const opened = Promise.all(['a', 'b', 'c'].map((nonce) => openWindow({ ...asker, nonce }, false)));
  await vi.runAllTimersAsync();
  expect(await opened).toEqual([true, false, false]);
  expect(create).toHaveBeenCalledOnce();
  expect(update).toHaveBeenLastCalledWith(1, { focused: true });
});

it('another tab has its own, and need not wait', async () => {
  const opened = openWindow(asker, false).then(() => openWindow(another, false));
  expect(await openWindow({ ...asker, tabId: 8 }, false)).toBe(true);
  await vi.runAllTimersAsync();
  expect(await opened).toBe(false);
});

it('who asks again, for the background had ended, has the window that was opened', async () => {
  await openWindow(asker, false);
  expect(await openWindow(asker, false)).toBe(true);
  expect(create).toHaveBeenCalledOnce();
});

it('a private tab has a private window', async () => {
  await openWindow(asker, true);
  expect(create.mock.lastCall![0]).toMatchObject({ incognito: true });
});

it('the next one waits until the last has closed', async () => {
  await openWindow(asker, false);
  const next = openWindow(another, false);
  await vi.advanceTimersByTimeAsync(500);
  expect(create).toHaveBeenCalledOnce();
  open.delete(1);
  await vi.runAllTimersAsync();
  await next;
  expect(create).toHaveBeenCalledTimes(2);
});

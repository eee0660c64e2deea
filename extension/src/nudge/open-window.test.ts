import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { openWindow } from './open-window';

const open = new Set<number>();
const create = vi.fn<(how: { url: string; type: string }) => Promise<{ id: number }>>();
const caller = { nonce: '1-2', tabId: 7, frameId: 3 };

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
      get: (id: number) => (open.has(id) ? Promise.resolve({ id }) : Promise.reject(new Error('gone'))),
    },
  });
});

it('the window knows whom to call, and by which name', async () => {
  await openWindow(caller);
  const [{ url, type }] = create.mock.lastCall!;
  expect(type).toBe('popup');
  expect(Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1))))
    .toEqual({ nonce: '1-2', tabId: '7', frameId: '3' });
});

it('a tab has one such window, from however many frames it asks at once', async () => {
  const asked = [1, 2, 3].map((frameId) => openWindow({ ...caller, frameId }));
  const opened = Promise.allSettled(asked);
  await vi.runAllTimersAsync();
  expect((await opened).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(create).toHaveBeenCalledOnce();
});

it('another tab has its own', async () => {
  await openWindow(caller);
  await openWindow({ ...caller, tabId: 8 });
  expect(create).toHaveBeenCalledTimes(2);
});

it('the next one waits until the last has closed', async () => {
  await openWindow(caller);
  const next = openWindow(caller);
  await vi.advanceTimersByTimeAsync(500);
  expect(create).toHaveBeenCalledOnce();
  open.delete(1);
  await vi.runAllTimersAsync();
  await next;
  expect(create).toHaveBeenCalledTimes(2);
});

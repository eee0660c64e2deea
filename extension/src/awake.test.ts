import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { awake } from './awake';

const HALF_A_MINUTE = 30_000;
const called = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  called.mockClear();
  vi.spyOn(browser.runtime, 'getPlatformInfo').mockImplementation(called);
});
afterEach(() => { vi.useRealTimers(); });

it('the browser hears of us within any half minute of work, and not after it', async () => {
  let finish: (value: string) => void = () => undefined;
  const work = awake(new Promise<string>((resolve) => { finish = resolve; }));
  for (let halves = 1; halves <= 4; halves++) {
    called.mockClear();
    vi.advanceTimersByTime(HALF_A_MINUTE);
    expect(called).toHaveBeenCalled();
  }
  finish('done');
  expect(await work).toBe('done');
  called.mockClear();
  vi.advanceTimersByTime(HALF_A_MINUTE);
  expect(called).not.toHaveBeenCalled();
});

it('nor after work that fails', async () => {
  await expect(awake(Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  vi.advanceTimersByTime(HALF_A_MINUTE);
  expect(called).not.toHaveBeenCalled();
});

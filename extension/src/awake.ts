/**
 * Keeps the background while it works. Firefox ends one 30 seconds after its last call of an API that leaves the
 * process, and counts neither a message that waits for its answer nor a fetch: a long album was lost (measured).
 */
import { browser } from 'wxt/browser';

const CALL_EVERY_MS = 10_000;

export function awake<T>(work: Promise<T>): Promise<T> {
  const calls = setInterval(() => { void browser.runtime.getPlatformInfo(); }, CALL_EVERY_MS);
  return work.finally(() => { clearInterval(calls); });
}

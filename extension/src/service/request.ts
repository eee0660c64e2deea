/** One request to the service, and the patience to ask again when it says so. */
import type { Answer, Trouble } from '../messages';
import { troubleOf } from './problems';

/** What requests need from outside, so that tests can hold it. */
export interface Outside {
  fetch: typeof fetch;
  port(): Promise<number>;
  wait(ms: number): Promise<void>;
  /** Why nobody could be reached, as far as the browser knows. */
  whyAway(): Promise<'no-permission' | 'blocked' | 'service-away'>;
}

/** An answer that may say when to ask again. */
type Reply<T> = Answer<T> & { retryAfterS?: number };

/** Tries while the service says that it is busy or warming, at its own pace. */
const TRIES = 15;
const DEFAULT_PAUSE_S = 1;

/** Posts raw bytes; `read` takes what is wanted from a success. */
export async function post<T>(
  outside: Outside, url: string, body: Blob | null, ms: number, read: (response: Response) => Promise<Answer<T>>,
): Promise<Reply<T>> {
  try {
    const response = await outside.fetch(url, {
      method: 'POST', body, credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer',
      headers: { 'Content-Type': 'application/octet-stream' }, signal: AbortSignal.timeout(ms),
    });
    if (response.ok) return await read(response);
    return { ...fail(await troubleOf(response)), retryAfterS: Number(response.headers.get('Retry-After')) };
  } catch (error) {
    return fail(isTimeout(error) ? 'took-too-long' : await outside.whyAway());
  }
}

/** Asks again, without a word to anybody, while the service is busy or warming. */
export async function patiently<T>(outside: Outside, request: () => Promise<Reply<T>>): Promise<Answer<T>> {
  let reply = await request();
  for (let n = 1; n < TRIES && !reply.ok && isPassing(reply.trouble); n++) {
    await outside.wait((reply.retryAfterS || DEFAULT_PAUSE_S) * 1_000);
    reply = await request();
  }
  return reply.ok ? reply : fail(reply.trouble);
}

export function fail(trouble: Trouble): { ok: false; trouble: Trouble } {
  return { ok: false, trouble };
}

function isPassing(trouble: Trouble): boolean {
  return trouble === 'busy' || trouble === 'warming';
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

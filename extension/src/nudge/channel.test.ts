import { describe, expect, test } from 'vitest';
import { acceptPort, lineOver, openChannel } from './channel';
import type { ToHost } from './protocol';

const NONCE = 'b6f1';

function offer(data: unknown, source: Window | null, ...ports: MessagePort[]): void {
  const event = new MessageEvent('message', { data, ports });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}

/** The port that was accepted, or null where none was. */
type Offer = [unknown, Window | null, ...MessagePort[]];

async function accepted(nonce: string, ...offers: Offer[]): Promise<MessagePort | null> {
  const accepting = acceptPort(nonce);
  for (const [data, source, ...ports] of offers) offer(data, source, ...ports);
  return Promise.race([accepting, Promise.resolve().then(() => null)]);
}

describe('a port', () => {
  const { port1 } = new MessageChannel();

  test('is accepted from its tab with the nonce of the address', async () => {
    expect(await accepted(NONCE, [NONCE, window, port1])).toBe(port1);
  });

  test.each([
    ['with another nonce', ['c000', window, port1]],
    ['with something else in place of the nonce', [{ nonce: NONCE }, window, port1]],
    ['from a window of another tab', [NONCE, window.open(), port1]],
    ['from no window at all', [NONCE, null, port1]],
  ] as [string, [unknown, Window | null, MessagePort]][])('is not accepted %s', async (_, attempt) => {
    expect(await accepted(NONCE, attempt)).toBeNull();
  });

  test('is not accepted where the address has no nonce', async () => {
    expect(await accepted('', ['', window, port1])).toBeNull();
  });
});

describe('the channel', () => {
  const { port1: here, port2: host } = new MessageChannel();
  const channel = openChannel(lineOver(here), () => undefined);

  test('brings each picture to who asked for it, in whichever order they come', async () => {
    const asked: number[] = [];
    host.onmessage = ({ data }: MessageEvent<ToHost>) => {
      if (data.kind !== 'ask') return;
      asked.push(data.id);
      if (data.request.index !== 8) return;
      for (const id of asked.reverse()) host.postMessage({ kind: 'picture', id, blob: `for ${id}` });
    };
    expect(await Promise.all([7, 8].map((index) => channel.ask({ index, maxSide: 9 })))).toEqual(['for 0', 'for 1']);
  });

  test('tells who asked that a picture could not be made', async () => {
    host.onmessage = ({ data }: MessageEvent<ToHost>) => {
      if (data.kind === 'ask') host.postMessage({ kind: 'picture', id: data.id, blob: null });
    };
    await expect(channel.ask({ index: 0, maxSide: 9 })).rejects.toThrow();
  });

  test('hands on what the host opens with', async () => {
    const { port1, port2 } = new MessageChannel();
    const opened = new Promise((resolve) => openChannel(lineOver(port1), resolve));
    port2.postMessage({ kind: 'trouble', trouble: 'busy', step: 'check' });
    expect(await opened).toEqual({ kind: 'trouble', trouble: 'busy', step: 'check' });
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { quietSign } from './sign';
import { standInWindow } from './stand-in-window';

import type { ToHost } from './protocol';

vi.mock(import('./sign'), () => ({ quietSign: vi.fn() }));

type Listener<T> = (value: T) => void;

/** A call from a window, as the browser hands it over. */
class Call {
  readonly hungUp = vi.fn();
  readonly said = vi.fn();
  says: Listener<ToHost> = () => undefined;
  closes: Listener<Call> = () => undefined;

  constructor(readonly name: string) {}

  readonly onMessage = { addListener: (listener: Listener<ToHost>) => { this.says = listener; } };
  readonly onDisconnect = { addListener: (listener: Listener<Call>) => { this.closes = listener; } };
  readonly disconnect = this.hungUp;
  readonly postMessage = this.said;
}

const events = { ready: vi.fn(), heard: vi.fn(), cancelled: vi.fn() };
const listeners = new Set<Listener<Call>>();
const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();
let end = new AbortController();

/** Asks in a window; gives the name by which it shall call. */
function show(): string {
  standInWindow(end.signal, events).show();
  return (sendMessage.mock.lastCall![0] as { payload: { nonce: string } }).payload.nonce;
}

function call(name: string): Call {
  const calling = new Call(name);
  for (const listener of listeners) listener(calling);
  return calling;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  listeners.clear();
  end = new AbortController();
  sendMessage.mockResolvedValue({ value: true });
  vi.mocked(quietSign).mockReturnValue({ say: () => undefined, done: () => undefined, notChecked: () => undefined });
  Object.assign(browser.runtime, {
    sendMessage,
    onConnect: {
      addListener: (listener: Listener<Call>) => listeners.add(listener),
      removeListener: (listener: Listener<Call>) => listeners.delete(listener),
    },
  });
});

describe('a nudge in a window of its own', () => {
  it('is ready when it has called by its name, and is heard', () => {
    const calling = call(show());
    expect(events.ready).toHaveBeenCalledOnce();
    calling.says({ kind: 'unfold' });
    expect(events.heard).toHaveBeenCalledWith({ kind: 'unfold' });
  });

  it('has another name each time', () => { expect(show()).not.toBe(show()); });

  it('is not taken for one that calls by another name', () => {
    show();
    const stranger = call('another');
    expect(stranger.hungUp).toHaveBeenCalled();
    expect(events.ready).not.toHaveBeenCalled();
  });

  it('is one: a second call by the name is not taken', () => {
    const name = show();
    call(name);
    expect(call(name).hungUp).toHaveBeenCalled();
    expect(events.ready).toHaveBeenCalledOnce();
  });

  it('means cancel when it is closed', () => {
    const calling = call(show());
    calling.closes(calling);
    expect(events.cancelled).toHaveBeenCalled();
  });

  it.each([
    ['is not opened', { value: false }],
    ['can’t be opened', undefined],
  ])('means cancel when it %s, and that is said', async (_, answer) => {
    sendMessage.mockResolvedValue(answer);
    show();
    await vi.advanceTimersByTimeAsync(0);
    expect(events.cancelled).toHaveBeenCalled();
    expect(quietSign).toHaveBeenCalled();
  });

  it('that has called is not put away by a late refusal', async () => {
    sendMessage.mockResolvedValue({ value: false });
    call(show());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events.cancelled).not.toHaveBeenCalled();
  });

  it('means cancel when it never calls', async () => {
    show();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events.cancelled).toHaveBeenCalled();
  });

  it('stays for as long as the person takes', async () => {
    call(show());
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(events.cancelled).not.toHaveBeenCalled();
  });

  it('is hung up on at the end, and calls in vain later', () => {
    const name = show();
    const calling = call(name);
    end.abort();
    expect(calling.hungUp).toHaveBeenCalled();
    expect(listeners.size).toBe(0);
  });
});

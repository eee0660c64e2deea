/**
 * The nudge's end of the conversation where it has a window of its own. The window connects to the asking frame, and
 * goes when that frame hangs up or goes away.
 */
import { browser } from 'wxt/browser';
import type { Line } from './channel';
import { WINDOW_SIZE } from './open-window';
import type { CardSize, ToHost, ToNudge } from './protocol';

export function callFrame(hash: string): Line {
  const { nonce: name = '', tabId, frameId } = Object.fromEntries(new URLSearchParams(hash));
  const port = browser.tabs.connect(Number(tabId), { frameId: Number(frameId), name });
  port.onDisconnect.addListener(() => { void close(); });
  document.documentElement.className = 'own-window';

  function say(message: ToHost): void {
    if (message.kind === 'fold') void resize(around(message.card));
    else if (message.kind === 'unfold') void resize(WINDOW_SIZE);
    else port.postMessage(message);
  }

  return { say, hear: (listener) => { port.onMessage.addListener((message: ToNudge) => { listener(message); }); } };
}

/** A folded card in a large window would lie over the page that it speaks of. */
function around({ width, height }: CardSize): CardSize {
  return { width: Math.ceil(width + outerWidth - innerWidth), height: Math.ceil(height + outerHeight - innerHeight) };
}

async function resize(size: CardSize): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.windows.update(id, size);
}

/** Not by `close()`, which Firefox keeps for windows that a script has opened. */
async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

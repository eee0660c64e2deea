/** Opens the nudge over the site's page and brings back what was decided. Runs in the content script. */
import { browser } from 'wxt/browser';
import type { Trouble } from '../messages';
import { host as words } from '../words/en.json';
import type { Album, Decision, Pictures, TroubleDecision, TroubleStep } from './album';
import { Dialog } from './dialog';
import type { PictureRequest, ToHost, ToNudge } from './protocol';

/** Asks about one post. Esc, an aborted `signal` and a page that fights the dialog mean cancel. */
export function openNudge(album: Album, pictures: Pictures, signal: AbortSignal): Promise<Decision> {
  if (signal.aborted) return Promise.resolve({ decision: 'cancel' });
  return new Promise((resolve) => {
    const conversation = converse({ kind: 'album', album }, signal, hear, () => { resolve({ decision: 'cancel' }); });

    function hear(message: ToHost): void {
      if (message.kind === 'fold') conversation.dialog.card(message.card);
      if (message.kind === 'unfold') conversation.dialog.modal();
      if (message.kind === 'ask') void answer(message.id, message.request);
      if (message.kind === 'decided') {
        resolve(message.decision);
        conversation.end();
      }
    }

    async function answer(id: number, request: PictureRequest): Promise<void> {
      const blob = await picture(pictures, request).catch(() => null);
      conversation.say({ kind: 'picture', id, blob });
    }
  });
}

/** Asks what to do when a photo could not be checked, changed or handed over. */
export function openTrouble(trouble: Trouble, step: TroubleStep, signal: AbortSignal): Promise<TroubleDecision> {
  if (signal.aborted) return Promise.resolve('cancel');
  return new Promise((resolve) => {
    const conversation = converse({ kind: 'trouble', trouble, step }, signal, hear, () => { resolve('cancel'); });

    function hear(message: ToHost): void {
      if (message.kind !== 'trouble-decided') return;
      resolve(message.decision);
      conversation.end();
    }
  });
}

interface Conversation {
  dialog: Dialog;
  say(message: ToNudge): void;
  end(): void;
}

function converse(
  opening: ToNudge, signal: AbortSignal, hear: (message: ToHost) => void, cancel: () => void,
): Conversation {
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  const nonce = crypto.randomUUID();
  const address = new URL(browser.runtime.getURL('/nudge.html'));
  address.hash = nonce;
  let port: MessagePort | undefined;

  function connect(frame: Window): void {
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event: MessageEvent<ToHost>) => { hear(event.data); };
    // Not the address's origin: in Chromium that is one of the session's own, and the page loads under the extension's.
    frame.postMessage(nonce, new URL(browser.runtime.getURL('/')).origin, [channel.port2]);
    port.postMessage(opening);
  }

  both.addEventListener('abort', () => { port?.close(); cancel(); }, { once: true });
  const dialog = new Dialog(address.href, words.name, both, {
    loaded: connect,
    cancelled: () => { own.abort(); },
  });
  return { dialog, say: (message) => port?.postMessage(message), end: () => { own.abort(); } };
}

function picture(pictures: Pictures, { index, maxSide, cover }: PictureRequest): Promise<Blob> {
  return cover ? pictures.covered(index, maxSide, cover.style, cover.regions) : pictures.plain(index, maxSide);
}

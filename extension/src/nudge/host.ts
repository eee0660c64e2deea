/** Opens the nudge over the site's page and brings back what was decided. Runs in the content script. */
import { browser } from 'wxt/browser';
import type { Trouble } from '../messages';
import { host as words } from '../words/en.json';
import type { Album, Decision, PictureRequest, Pictures, TroubleDecision, TroubleStep } from './album';
import { Dialog } from './dialog';
import type { ToHost, ToNudge } from './protocol';

/** A nudge that may become needed. */
export interface NudgeAhead {
  /** Asks about one post. Esc, an abort and a page that fights the dialog mean cancel. */
  ask(album: Album, pictures: Pictures): Promise<Decision>;
  /** It may still be asked; then its page loads anew. */
  dismiss(): void;
}

/** Photos that are decided on sooner need no nudge's page: the site is off, or they were decided on before. */
const LOAD_AFTER_MS = 50;

/** The nudge's page is loaded, out of sight, while the photos are checked. */
export function nudgeAhead(signal: AbortSignal): NudgeAhead {
  let conversation: Conversation | null = null;
  const loading = setTimeout(() => { if (!signal.aborted) conversation = converse(signal); }, LOAD_AFTER_MS);

  async function ask(album: Album, pictures: Pictures): Promise<Decision> {
    clearTimeout(loading);
    if (signal.aborted) return { decision: 'cancel' };
    return about(conversation ??= converse(signal), album, pictures);
  }

  function dismiss(): void {
    clearTimeout(loading);
    conversation?.end();
    conversation = null;
  }

  return { ask, dismiss };
}

function about(conversation: Conversation, album: Album, pictures: Pictures): Promise<Decision> {
  return new Promise((resolve) => {
    conversation.open({ kind: 'album', album }, hear, () => { resolve({ decision: 'cancel' }); });

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
      const blob = await pictures(request).catch(() => null);
      conversation.say({ kind: 'picture', id, blob });
    }
  });
}

/** Asks what to do when a photo could not be checked, changed or handed over. */
export function openTrouble(trouble: Trouble, step: TroubleStep, signal: AbortSignal): Promise<TroubleDecision> {
  if (signal.aborted) return Promise.resolve('cancel');
  return new Promise((resolve) => {
    const conversation = converse(signal);
    conversation.open({ kind: 'trouble', trouble, step }, hear, () => { resolve('cancel'); });

    function hear(message: ToHost): void {
      if (message.kind !== 'trouble-decided') return;
      resolve(message.decision);
      conversation.end();
    }
  });
}

interface Conversation {
  dialog: Dialog;
  /** Shows the page and begins to talk; `ended` hears of every end. */
  open(opening: ToNudge, hear: (message: ToHost) => void, ended: () => void): void;
  say(message: ToNudge): void;
  end(): void;
}

/** A page of ours that loads out of sight, and waits for what it is opened with. */
function converse(signal: AbortSignal): Conversation {
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  const nonce = crypto.randomUUID();
  const address = new URL(browser.runtime.getURL('/nudge.html'));
  address.hash = nonce;
  let frame: Window | null = null;
  let begin: ((frame: Window) => void) | null = null;
  let port: MessagePort | undefined;

  function open(opening: ToNudge, hear: (message: ToHost) => void, ended: () => void): void {
    both.addEventListener('abort', ended, { once: true });
    begin = (loaded) => {
      port?.close();
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = (event: MessageEvent<ToHost>) => { hear(event.data); };
      // Not the address's origin: in Chromium that is the session's own, and the page loads under the extension's.
      loaded.postMessage(nonce, new URL(browser.runtime.getURL('/')).origin, [channel.port2]);
      port.postMessage(opening);
    };
    dialog.modal();
    if (frame) begin(frame);
  }

  both.addEventListener('abort', () => { port?.close(); }, { once: true });
  const dialog = new Dialog(address.href, words.name, both, {
    loaded: (window) => { frame = window; begin?.(window); },
    cancelled: () => { own.abort(); },
  });
  return { dialog, open, say: (message) => port?.postMessage(message), end: () => { own.abort(); } };
}

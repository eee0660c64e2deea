/** Opens the nudge over the site's page and brings back what was decided. Runs in the content script. */
import { browser } from 'wxt/browser';
import type { Trouble } from '../messages';
import { host as words } from '../words/en.json';
import type { Album, Decision, PictureRequest, Pictures, TroubleDecision, TroubleStep } from './album';
import { createDialog, type Dialog } from './dialog';
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
  async function answer(id: number, request: PictureRequest): Promise<void> {
    const blob = await pictures(request).catch(() => null);
    conversation.say({ kind: 'picture', id, blob });
  }

  return conversation.open<Decision>({ kind: 'album', album }, { decision: 'cancel' }, (message, decide) => {
    if (message.kind === 'fold') conversation.dialog.card(message.card);
    if (message.kind === 'unfold') conversation.dialog.modal();
    if (message.kind === 'ask') void answer(message.id, message.request);
    if (message.kind === 'decided') decide(message.decision);
  });
}

/** Asks what to do when a photo could not be checked, changed or handed over. */
export async function openTrouble(
  trouble: Trouble, step: TroubleStep, signal: AbortSignal,
): Promise<TroubleDecision> {
  if (signal.aborted) return 'cancel';
  return converse(signal).open<TroubleDecision>({ kind: 'trouble', trouble, step }, 'cancel', (message, decide) => {
    if (message.kind === 'trouble-decided') decide(message.decision);
  });
}

/** Acts on what the page says; `decide` ends the conversation. */
type Hear<D> = (message: ToHost, decide: (decision: D) => void) => void;

interface Conversation {
  dialog: Dialog;
  /** Shows the page and talks until it is decided; at any other end that is `unheard`. */
  open<D>(opening: ToNudge, unheard: D, hear: Hear<D>): Promise<D>;
  say(message: ToNudge): void;
  end(): void;
}

/** A page of ours that loads out of sight, and waits for what it is opened with. */
function converse(signal: AbortSignal): Conversation {
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  const nonce = crypto.randomUUID();
  let frame: Window | null = null;
  let begin: ((frame: Window) => void) | null = null;
  let port: MessagePort | undefined;

  function open<D>(opening: ToNudge, unheard: D, hear: Hear<D>): Promise<D> {
    const { promise, resolve } = Promise.withResolvers<D>();
    both.addEventListener('abort', () => { resolve(unheard); });
    begin = (loaded) => {
      port?.close();
      const { port1, port2 } = new MessageChannel();
      port = port1;
      port.onmessage = (event: MessageEvent<ToHost>) => {
        hear(event.data, (decision) => {
          resolve(decision);
          end();
        });
      };
      // Not the address's origin: in Chromium that is the session's own, and the page loads under the extension's.
      loaded.postMessage(nonce, browser.runtime.getURL('/'), [port2]);
      port.postMessage(opening);
    };
    dialog.modal();
    if (frame) begin(frame);
    return promise;
  }

  function loaded(window: Window): void {
    frame = window;
    begin?.(window);
  }

  const end = (): void => { own.abort(); };
  both.addEventListener('abort', () => { port?.close(); });
  const address = browser.runtime.getURL(`/nudge.html#${nonce}`);
  const dialog = createDialog(address, words.name, both, { loaded, cancelled: end });
  return { dialog, open, say: (message) => port?.postMessage(message), end };
}

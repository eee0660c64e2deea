/** Opens the nudge, over the site's page or in a window, and brings back what was decided. In the content script. */
import type { Trouble } from '../messages';
import type { Album, Decision, PictureRequest, Pictures, TroubleDecision, TroubleStep } from './album';
import { hasRoom, standInPage } from './stand-in-page';
import { standInWindow } from './stand-in-window';
import type { ToHost, ToNudge } from './protocol';
import type { Stand } from './stand';

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
    conversation.stand.say({ kind: 'picture', id, blob });
  }

  return conversation.open<Decision>({ kind: 'album', album }, { decision: 'cancel' }, (message, decide) => {
    if (message.kind === 'fold') conversation.stand.fold(message.card);
    if (message.kind === 'unfold') conversation.stand.show();
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
  stand: Stand;
  /** Shows the page and talks until it is decided; at any other end that is `unheard`. */
  open<D>(opening: ToNudge, unheard: D, hear: Hear<D>): Promise<D>;
  end(): void;
}

/** A page of ours that waits for what it is opened with; where it stands in the page, it loads out of sight. */
function converse(signal: AbortSignal): Conversation {
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  let begin = (): void => undefined;
  let heard: (message: ToHost) => void = () => undefined;

  function open<D>(opening: ToNudge, unheard: D, hear: Hear<D>): Promise<D> {
    const { promise, resolve } = Promise.withResolvers<D>();
    both.addEventListener('abort', () => { resolve(unheard); });
    begin = () => { stand.say(opening); };
    heard = (message) => {
      hear(message, (decision) => {
        resolve(decision);
        end();
      });
    };
    stand.show();
    begin();
    return promise;
  }

  const end = (): void => { own.abort(); };
  const stand = (hasRoom() ? standInPage : standInWindow)(both, {
    ready: () => { begin(); }, heard: (message) => { heard(message); }, cancelled: end,
  });
  return { stand, open, end };
}

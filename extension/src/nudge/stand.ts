/** Where the nudge's page stands, and the way to it. */
import type { CardSize, ToHost, ToNudge } from './protocol';

export interface Stand {
  /** Brings it before the person. */
  show(): void;
  /** Makes room for the site, until it is shown again. */
  fold(card: CardSize): void;
  /** Says nothing before the page can be spoken to. */
  say(message: ToNudge): void;
}

export interface StandEvents {
  /** The page can be spoken to; again whenever it was loaded anew. */
  ready: () => void;
  heard: (message: ToHost) => void;
  /** The person put the nudge away, or it could not be kept up. */
  cancelled: () => void;
}

/**
 * By which a page of ours and its host know each other. Not by `randomUUID()`: pages without https and `data:` frames
 * lack it.
 */
export function makeNonce(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/**
 * What passes between the host (in the site's page) and the nudge (our own page, in an iframe or a window of its own).
 *
 * In an iframe: the host makes a nonce, opens the nudge's page with it in the address's hash, and at its load event
 * posts that nonce with one MessagePort to our own origin. The nudge accepts exactly one such port. A window connects
 * to the asking frame instead, by the same kind of nonce. Everything else passes over that port.
 */
import type { Trouble } from '../messages';
import type { Album, Decision, PictureRequest, TroubleDecision, TroubleStep } from './album';

/** Room that the folded card needs, in CSS pixels. */
export interface CardSize {
  width: number;
  height: number;
}

export type ToNudge =
  | { kind: 'album'; album: Album }
  | { kind: 'trouble'; trouble: Trouble; step: TroubleStep }
  | { kind: 'picture'; id: number; blob: Blob | null }; // null: could not be made

export type ToHost =
  | { kind: 'ask'; id: number; request: PictureRequest }
  | { kind: 'fold'; card: CardSize }
  | { kind: 'unfold' }
  | { kind: 'decided'; decision: Decision }
  | { kind: 'trouble-decided'; decision: TroubleDecision };

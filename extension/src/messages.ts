/**
 * Every message between contexts: direction, payload, answer, who may send it.
 *
 * The background keeps nothing between two messages but what is in storage, so it may be ended by the browser at any
 * time. Files pass by structured clone (manifest key `message_serialization` in Chromium; always in Firefox).
 */
import type { Analysis, Region, Sensitivity, Style } from './wire';

/** Why no analysis could be made. Each has its sentence, cause and way on in src/words. */
export type Trouble =
  | 'service-away' // nobody answers on the port
  | 'not-pauza' // something else answers on the port
  | 'service-old' | 'service-new' // speaks another version of the wire
  | 'warming' | 'busy' | 'unwell'
  | 'not-allowed' // this browser's origin is not allowed yet (`pauza allow`)
  | 'no-permission' // host permission for 127.0.0.1 is missing
  | 'blocked' // the browser blocks local addresses
  | 'browser-old' // files do not pass between contexts (structured clone missing)
  | 'unknown-kind' | 'damaged' | 'too-large' | 'took-too-long' | 'failed';

export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** What was decided about a photo before on the same site in this browser session. */
export type Remembered =
  | { decision: 'cover'; style: Style; regions: Region[] }
  | { decision: 'as-is' | 'audience' | 'own' }; // own: a redaction of ours

export interface Messages {
  'gate-bg/analyse': { payload: { photo: File; sensitivity: Sensitivity }; answer: Answer<Analysis> };
  'gate-bg/preview': {
    payload: { photo: File; maxSide: number; cover?: { style: Style; regions: Region[] } };
    answer: Answer<Blob>;
  };
  'gate-bg/redact': { payload: { photo: File; style: Style; regions: Region[] }; answer: Answer<File> };
  'gate-bg/recall': { payload: { photo: File; site: string }; answer: Remembered | null };
  'gate-bg/remember': { payload: { photo: File; site: string; what: Remembered }; answer: null };
  /** Says once a site and session that checks are impossible; the answer says whether it is the first time. */
  'gate-bg/trouble-told': { payload: { site: string }; answer: { first: boolean } };
  /** Shows in the toolbar that a photo in this tab was not checked. */
  'gate-bg/not-checked': { payload: { site: string }; answer: null };
  'ui-bg/service': { payload: null; answer: Answer<{ version: string }> };
}
export type MessageName = keyof Messages;

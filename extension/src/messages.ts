/**
 * Every message between contexts: direction, payload, answer, who may send it.
 *
 * A name says who asks whom: `gate-bg/...` comes from a content script, `ui-bg/...` from a page of the extension. The
 * background needs nothing between two messages but what is in storage, so the browser may end it at any time; whoever
 * waits asks once more. Files pass by structured clone (manifest key `message_serialization` in Chromium; always in
 * Firefox).
 */
import { browser } from 'wxt/browser';
import { awake } from './awake';
import type { Analysis, Region, Style } from './wire';

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
  | 'unknown-kind' | 'damaged' | 'too-large' | 'took-too-long' | 'failed'
  | 'page-changed'; // the page took away what the photo was given to

export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** How a photo is covered, and where. */
export interface Cover { style: Style; regions: Region[] }

/** What is posted in a photo's place. `lost`: what else went than faces and hidden data, a sentence for each. */
export interface Redaction { file: File; lost: string[] }

/** What was decided about a photo before on the same site in this browser session. */
export type Remembered =
  | ({ decision: 'cover' } & Cover)
  | { decision: 'clean' | 'as-is' | 'audience' | 'own' }; // own: a redaction of ours

/** What is known of a photo on the site that it is meant for. */
export type Finding =
  | { known: 'site-off' } // Pauza is switched off for the site: not looked into
  | { known: 'before'; decided: Remembered }
  | { known: 'now'; analysis: Analysis; site: SiteHere };

/** The site that the asking page belongs to, and how the person covers. */
export interface SiteHere {
  style: Style;
  guide: {
    site: string;
    scope: 'per-post' | 'account' | 'recipients' | 'none';
    steps: string[];
    checked: string | null;
  };
}

export interface Messages {
  'gate-bg/check': { payload: { photo: File }; answer: Answer<Finding> };
  'gate-bg/preview': {
    payload: { photo: File; maxSide: number; cover?: Cover };
    answer: Answer<Blob>;
  };
  'gate-bg/redact': { payload: { photo: File; cover: Cover | null }; answer: Answer<Redaction> };
  'gate-bg/remember': { payload: { photo: File; what: Remembered }; answer: null };
  /** Whether the person was told on this site, in this session, that checks are impossible. */
  'gate-bg/was-told': { payload: null; answer: boolean };
  'gate-bg/told': { payload: null; answer: null };
  /** Shows in the toolbar that a photo in this tab was not checked. */
  'gate-bg/not-checked': { payload: null; answer: null };
  /** Opens the nudge in a window, which then connects to the asking frame by that name; false: none was opened. */
  'gate-bg/open-nudge': { payload: { nonce: string }; answer: boolean };
  'ui-bg/service': { payload: null; answer: Answer<{ version: string }> };
}
export type MessageName = keyof Messages;

export type Ask = <N extends MessageName>(name: N, payload: Messages[N]['payload']) => Promise<Messages[N]['answer']>;

/** What the background knows of who asks, from the browser and not from the message. */
export interface Sender {
  url: string;
  tabId: number | null;
  frameId: number;
  isPrivate: boolean;
}

export type Handlers = {
  [N in MessageName]: (payload: Messages[N]['payload'], sender: Sender) => Promise<Messages[N]['answer']>;
};

/** Asks the background. When it was ended before it answered, it is asked once more: every message may be repeated. */
export const ask: Ask = (name, payload) => send(name, payload).catch(() => send(name, payload));

async function send<N extends MessageName>(name: N, payload: Messages[N]['payload']): Promise<Messages[N]['answer']> {
  const answer: { value: Messages[N]['answer'] } | undefined = await browser.runtime.sendMessage({ name, payload });
  if (answer === undefined) throw new Error('no answer');
  return answer.value;
}

/** Answers the messages; whoever may not send one gets no answer. */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, from, respond) => {
    if (!isMessage(message, handlers) || !maySend(message.name, from)) return false;
    awake(dispatch(handlers, message, senderOf(from)))
      .then((value) => { respond({ value }); }, () => { respond(undefined); });
    return true;
  });
}

function senderOf(from: Browser.runtime.MessageSender): Sender {
  const { tab, frameId = 0 } = from;
  return { url: addressOf(from), tabId: tab?.id ?? null, frameId, isPrivate: tab?.incognito ?? false };
}

type Message = { [N in MessageName]: { name: N; payload: Messages[N]['payload'] } }[MessageName];

function dispatch<N extends MessageName>(
  handlers: Handlers, message: { name: N; payload: Messages[N]['payload'] }, sender: Sender,
): Promise<Messages[N]['answer']> {
  return handlers[message.name](message.payload, sender);
}

function isMessage(message: unknown, handlers: Handlers): message is Message {
  return typeof message === 'object' && message !== null && 'name' in message && 'payload' in message
    && typeof message.name === 'string' && Object.hasOwn(handlers, message.name);
}

/** A frame without an address of its own belongs to the site that made it, or at last to that of its tab. */
function addressOf({ url = '', origin = 'null', tab }: Browser.runtime.MessageSender): string {
  if (url.startsWith('http')) return url;
  return origin === 'null' ? tab?.url ?? '' : origin;
}

/** A page of ours may ask as `ui`; a content script, which always has a tab and the page's address, as `gate`. */
function maySend(name: MessageName, from: Browser.runtime.MessageSender): boolean {
  const own = browser.runtime.getURL('');
  const fromOwnPage = from.url?.startsWith(own) ?? false;
  return from.id === browser.runtime.id && fromOwnPage === name.startsWith('ui-');
}

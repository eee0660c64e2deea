/** The nudge in the page that asks: in a dialog of ours, in the outermost document that its gate may reach. */
import { browser } from 'wxt/browser';
import { host as words } from '../words/en.json';
import { createDialog, outermost } from './dialog';
import type { ToHost } from './protocol';
import { makeNonce, type Stand, type StandEvents } from './stand';

/** What the nudge needs, in CSS pixels. A window of the person's own may be smaller: it is theirs to change. */
const LEAST_WIDTH = 320;
const LEAST_HEIGHT = 400;

/** Whether it can stand there. A document without an origin takes their powers from the pages of ours in it. */
export function hasRoom(): boolean {
  const page = outermost();
  return page.origin !== 'null'
    && (page === page.parent || (page.innerWidth >= LEAST_WIDTH && page.innerHeight >= LEAST_HEIGHT));
}

export function standInPage(signal: AbortSignal, { ready, heard, cancelled }: StandEvents): Stand {
  const nonce = makeNonce();
  let port: MessagePort | undefined;

  function loaded(frame: Window): void {
    port?.close();
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = ({ data }: MessageEvent<ToHost>) => { heard(data); };
    // Not the address's origin: in Chromium that is the session's own, and the page loads under the extension's.
    frame.postMessage(nonce, browser.runtime.getURL('/'), [port2]);
    ready();
  }

  signal.addEventListener('abort', () => { port?.close(); });
  const address = browser.runtime.getURL(`/nudge.html#${nonce}`);
  const { modal, card } = createDialog(address, words.name, signal, { loaded, cancelled });
  return { show: modal, fold: card, say: (message) => port?.postMessage(message) };
}

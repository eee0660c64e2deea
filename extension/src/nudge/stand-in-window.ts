/** The nudge in a window of its own, out of the reach of every page. To close it means cancel. */
import { browser } from 'wxt/browser';
import { ask } from '../messages';
import { sign as words } from '../words/en.json';
import { quietSign } from './sign';
import { makeNonce, type Stand, type StandEvents } from './stand';

/** A window that was closed before it could call would leave its photo held, and all that come after it. */
const CALLS_WITHIN_MS = 10_000;

export function standInWindow(signal: AbortSignal, { ready, heard, cancelled }: StandEvents): Stand {
  const nonce = makeNonce();
  const { onConnect } = browser.runtime;
  let port: Browser.runtime.Port | undefined;

  function called(from: Browser.runtime.Port): void {
    if (port || from.name !== nonce) {
      from.disconnect();
      return;
    }
    port = from;
    port.onMessage.addListener(heard);
    port.onDisconnect.addListener(cancelled);
    ready();
  }

  /** Nobody was asked, so nothing is posted; that is said. */
  function failed(): void {
    if (port || signal.aborted) return;
    quietSign(null).say(words.notAsked);
    cancelled();
  }

  function show(): void {
    onConnect.addListener(called);
    setTimeout(failed, CALLS_WITHIN_MS);
    ask('gate-bg/open-nudge', { nonce }).then((opened) => { if (!opened) failed(); }, failed);
  }

  signal.addEventListener('abort', () => {
    onConnect.removeListener(called);
    port?.disconnect();
  });
  return { show, fold: () => undefined, say: (message) => port?.postMessage(message) }; // it folds by itself
}

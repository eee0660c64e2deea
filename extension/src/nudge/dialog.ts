/**
 * Our own modal dialog with an extension page inside, over a page that may be hostile.
 *
 * The page owns the dialog's element: it can hide, remove or cover it, but neither read nor click what is inside. So we
 * look again and again whether it is up, raise it when it is not, and give up after a while: giving up is a cancel.
 * What is laid over it unseen by us is noticed inside (sight.ts).
 */

import { firm } from './firm';
import type { CardSize } from './protocol';

export interface DialogEvents {
  /** The extension page has loaded; again whenever the page made it load anew. */
  loaded(frame: Window): void;
  /** The person pressed Esc outside of the frame, or the dialog could not be kept up. */
  cancelled(): void;
}

const LOOK_EVERY_MS = 250;
/** A page that takes the dialog down more often than this fights it. */
const RAISES = 20;

const RESET = 'all:initial;display:block;border:0;';
const FILL = firm(`${RESET}inline-size:100%;block-size:100%;`);
const FIXED = `${RESET}position:fixed;margin:0;max-inline-size:none;max-block-size:none;overflow:hidden;` +
  'z-index:2147483647;';
const MODAL = firm(`${FIXED}inset:0;inline-size:100%;block-size:100%;`);
// Out of sight, but rendered: a frame in nothing would only begin to draw when it is shown.
const AHEAD = firm(`${FIXED}inset:0 auto auto 0;inline-size:1px;block-size:1px;visibility:hidden;`);
// The nudge follows the person's scheme, not the page's; only then does the frame stay see-through.
const FRAME = FILL + firm('color-scheme:light dark;');

/** Loads its page out of sight; modal() shows it, and it stays up until `signal` aborts. */
export class Dialog {
  readonly #dialog = document.createElement('dialog');
  readonly #inside = document.createElement('div'); // a dialog cannot carry a shadow root itself
  readonly #frame = document.createElement('iframe');
  readonly #events: DialogEvents;
  #look = MODAL;
  #styles = ''; // as the browser writes them, when we last set them
  #shown = false;
  #folded = false;
  #raisesLeft = RAISES;

  constructor(address: string, name: string, signal: AbortSignal, events: DialogEvents) {
    this.#events = events;
    this.#build(address, name);
    this.#frame.addEventListener('load', () => { this.#loaded(); }, { signal });
    this.#dialog.addEventListener('cancel', (event) => { this.#escaped(event); }, { signal });
    this.#attach();
    const looking = setInterval(() => { this.#keepUp(); }, LOOK_EVERY_MS);
    signal.addEventListener('abort', () => {
      clearInterval(looking);
      this.#putDown();
      this.#dialog.remove();
    }, { once: true });
  }

  /** Over everything, the page inert. */
  modal(): void {
    this.#shown = true;
    this.#folded = false;
    this.#look = MODAL;
    this.#raise();
  }

  /** A small card at the lower end of the window, the page usable. */
  card({ width, height }: CardSize): void {
    this.#folded = true;
    const room = `inline-size:min(${width}px,100vw);block-size:min(${height}px,100vh);`;
    this.#look = firm(`${FIXED}inset:auto 0 0 auto;${room}`);
    this.#raise();
  }

  #build(address: string, name: string): void {
    this.#dialog.popover = 'manual';
    this.#dialog.ariaLabel = this.#frame.title = name;
    this.#frame.src = address;
    this.#frame.allow = 'clipboard-write';
    this.#frame.style.cssText = FRAME;
    this.#dialog.style.cssText = AHEAD;
    this.#inside.style.cssText = FILL;
    this.#inside.attachShadow({ mode: 'closed' }).append(this.#frame);
  }

  #loaded(): void {
    if (this.#folded) this.modal(); // loaded anew: it starts from the beginning
    if (this.#frame.contentWindow) this.#events.loaded(this.#frame.contentWindow);
  }

  #escaped(event: Event): void {
    event.preventDefault();
    if (event.isTrusted) this.#events.cancelled();
  }

  #keepUp(): void {
    if (!this.#shown || this.#isUp()) return;
    this.#raisesLeft -= 1;
    if (this.#raisesLeft < 0) this.#events.cancelled();
    else this.#raise();
  }

  #attach(): void {
    if (this.#inside.parentNode !== this.#dialog) this.#dialog.append(this.#inside);
    if (!this.#dialog.isConnected) document.documentElement.append(this.#dialog);
  }

  #raise(): void {
    this.#putDown();
    this.#attach();
    this.#dialog.style.cssText = this.#look;
    this.#inside.style.cssText = FILL;
    this.#styles = this.#stylesNow();
    this.#dialog.inert = this.#inside.inert = false;
    if (this.#folded) this.#dialog.showPopover();
    else this.#dialog.showModal();
    this.#frame.focus();
  }

  #putDown(): void {
    if (this.#dialog.matches(':popover-open')) this.#dialog.hidePopover();
    if (this.#dialog.open) this.#dialog.close();
  }

  #stylesNow(): string {
    return this.#dialog.style.cssText + this.#inside.style.cssText;
  }

  /** A page that hides or disables it, or puts a modal of its own above, takes it from under the pointer. */
  #isUp(): boolean {
    if (this.#styles !== this.#stylesNow()) return false;
    if (this.#folded) return this.#dialog.matches(':popover-open');
    const hit = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return this.#dialog.matches(':modal') && (hit === null || hit === this.#inside); // null: a window without room
  }
}

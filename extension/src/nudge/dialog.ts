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
  loaded: (frame: Window) => void;
  /** The person pressed Esc outside of the frame, or the dialog could not be kept up. */
  cancelled: () => void;
}

const LOOK_EVERY_MS = 250;
/** A page that takes the dialog down more often than this fights it. */
const RAISES = 20;

const RESET = 'all:initial;display:block;';
const FILL = firm(`${RESET}inline-size:100%;block-size:100%;`);
const FIXED = `${RESET}position:fixed;`; // above everything by the top layer
const MODAL = firm(`${FIXED}inset:0;`);
// Out of sight, but rendered: a frame in nothing would only begin to draw when it is shown.
const AHEAD = firm(`${FIXED}inset:0;inline-size:1px;block-size:1px;visibility:hidden;`);
// The nudge follows the person's scheme, not the page's; only then does the frame stay see-through.
const FRAME = FILL + firm('color-scheme:light dark;');

export interface Dialog {
  /** Over everything, the page inert. */
  modal: () => void;
  /** A small card at the lower end of the window, the page usable. */
  card: (size: CardSize) => void;
}

/** Loads its page out of sight; modal() shows it, and it stays up until `signal` aborts. */
export function createDialog(address: string, name: string, signal: AbortSignal, events: DialogEvents): Dialog {
  const parts = build(address, name);
  const { dialog, frame } = parts;
  let look = MODAL;
  let folded = false;
  let styles: string | null = null; // as the browser writes them, when we last set them
  let raisesLeft = RAISES;

  function show(css: string, asCard: boolean): void {
    look = css;
    folded = asCard;
    styles = raise(parts, look, folded);
  }

  const modal = (): void => { show(MODAL, false); };
  const card = ({ width, height }: CardSize): void => {
    const room = `inline-size:min(${width}px,100vw);block-size:min(${height}px,100vh);`;
    show(firm(`${FIXED}inset:auto 0 0 auto;${room}`), true);
  };

  function keepUp(): void {
    if (styles === null || isUp(parts, styles, folded)) return;
    raisesLeft -= 1;
    if (raisesLeft < 0) events.cancelled();
    else show(look, folded);
  }

  frame.addEventListener('load', () => {
    if (folded) modal(); // loaded anew: it starts from the beginning
    if (frame.contentWindow) events.loaded(frame.contentWindow);
  }, { signal });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (event.isTrusted) events.cancelled();
  }, { signal });
  const looking = setInterval(keepUp, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => {
    clearInterval(looking);
    putDown(parts);
    dialog.remove();
  });
  return { modal, card };
}

interface Parts {
  page: Window;
  dialog: HTMLDialogElement;
  /** A dialog cannot carry a shadow root itself. */
  inside: HTMLElement;
  frame: HTMLIFrameElement;
}

function build(address: string, name: string): Parts {
  const page = outermost();
  const { document } = page;
  const dialog = document.createElement('dialog');
  const inside = document.createElement('div');
  const frame = document.createElement('iframe');
  const parts = { page, dialog, inside, frame };
  dialog.popover = 'manual';
  dialog.ariaLabel = frame.title = name;
  frame.src = address;
  frame.allow = 'clipboard-write';
  frame.style.cssText = FRAME;
  inside.attachShadow({ mode: 'closed' }).append(frame);
  attach(parts, AHEAD);
  return parts;
}

/** Gives the styles as the browser writes them, before any listener of the page can run and change them. */
function attach(parts: Parts, look: string): string {
  const { page, dialog, inside } = parts;
  dialog.style.cssText = look;
  inside.style.cssText = FILL;
  const styles = stylesOf(parts);
  dialog.inert = inside.inert = false;
  if (inside.parentNode !== dialog) dialog.append(inside);
  if (!dialog.isConnected) page.document.documentElement.append(dialog);
  return styles;
}

/** Shows it over everything that the page has shown until now; gives its styles. */
function raise(parts: Parts, look: string, folded: boolean): string {
  putDown(parts);
  const styles = attach(parts, look);
  if (folded) parts.dialog.showPopover();
  else parts.dialog.showModal();
  parts.frame.focus();
  return styles;
}

function putDown({ dialog }: Parts): void {
  if (dialog.matches(':popover-open')) dialog.hidePopover();
  if (dialog.open) dialog.close();
}

function stylesOf({ dialog, inside }: Parts): string {
  return dialog.style.cssText + inside.style.cssText;
}

/** A page that hides or disables it, or puts a modal of its own above, takes it from under the pointer. */
function isUp(parts: Parts, styles: string, folded: boolean): boolean {
  const { page, dialog, inside } = parts;
  if (styles !== stylesOf(parts)) return false;
  if (folded) return dialog.matches(':popover-open');
  const hit = page.document.elementFromPoint(page.innerWidth / 2, page.innerHeight / 2);
  return dialog.matches(':modal') && (hit === null || hit === inside); // null: a window without room
}

/**
 * Where the nudge has room, and where nothing of the page lies over it that people don't notice: editors are often
 * small frames with a shadow of their toolbar on them.
 */
export function outermost(): Window {
  let page: Window = window;
  while (page.frameElement) page = page.parent;
  return page;
}

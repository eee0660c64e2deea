/**
 * Our own modal dialog with an extension page inside, over a page that may be hostile.
 *
 * The page owns the dialog's element: it can hide, remove or cover it, but neither read nor click what is inside. So we
 * look again and again whether it is up, raise it when it is not, and give up after a while: giving up is a cancel.
 */

export interface Dialog {
  /** Over everything, the page inert. */
  modal(): void;
  /** A small card at the lower end of the window, the page usable. */
  card(width: number, height: number): void;
}

export interface DialogEvents {
  /** The extension page has loaded; again whenever the page made it load anew. */
  loaded(frame: Window): void;
  /** The person pressed Esc outside of the frame, or the dialog could not be kept up. */
  cancelled(): void;
}

const LOOK_EVERY_MS = 250;
/** A page that takes the dialog down more often than this fights it. */
const RAISES = 20;

// Inline and important: stronger than any rule of the page's sheets.
const RESET = 'all:initial!important;display:block!important;border:0!important;';
const FILL = `${RESET}inline-size:100%!important;block-size:100%!important;`;
const FIXED = `${RESET}position:fixed!important;margin:0!important;max-inline-size:none!important;` +
  'max-block-size:none!important;overflow:hidden!important;z-index:2147483647!important;';
const MODAL = `${FIXED}inset:0!important;inline-size:100%!important;block-size:100%!important;`;
// The nudge follows the person's scheme, not the page's; only then does the frame stay see-through.
const FRAME = `${FILL}color-scheme:light dark!important;`;

/** Puts the dialog up until `signal` aborts. */
export function raiseDialog(address: string, name: string, signal: AbortSignal, events: DialogEvents): Dialog {
  const { dialog, frame } = build(address, name);
  let folded = false;
  let raisesLeft = RAISES;

  function raise(): void {
    if (!dialog.isConnected) document.documentElement.append(dialog);
    putDown(dialog);
    if (folded) dialog.showPopover();
    else dialog.showModal();
    frame.focus();
  }

  function keepUp(): void {
    if (isUp(dialog, folded)) return;
    raisesLeft -= 1;
    if (raisesLeft < 0) events.cancelled();
    else raise();
  }

  function modal(): void {
    folded = false;
    dialog.style.cssText = MODAL;
    raise();
  }

  function card(width: number, height: number): void {
    folded = true;
    dialog.style.cssText = `${FIXED}inset:auto 0 0 auto!important;` +
      `inline-size:min(${width}px,100vw)!important;block-size:min(${height}px,100vh)!important;`;
    raise();
  }

  frame.addEventListener('load', () => {
    if (folded) modal(); // loaded anew: it starts from the beginning
    if (frame.contentWindow) events.loaded(frame.contentWindow);
  }, { signal });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (event.isTrusted) events.cancelled();
  }, { signal });

  modal();
  const looking = setInterval(keepUp, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => {
    clearInterval(looking);
    putDown(dialog);
    dialog.remove();
  }, { once: true });
  return { modal, card };
}

function build(address: string, name: string): { dialog: HTMLDialogElement; frame: HTMLIFrameElement } {
  const dialog = document.createElement('dialog');
  dialog.popover = 'manual';
  dialog.ariaLabel = name;
  const inside = document.createElement('div'); // a dialog cannot carry a shadow root itself
  inside.style.cssText = FILL;
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = name;
  frame.allow = 'clipboard-write';
  frame.style.cssText = FRAME;
  inside.attachShadow({ mode: 'closed' }).append(frame);
  dialog.append(inside);
  return { dialog, frame };
}

function putDown(dialog: HTMLDialogElement): void {
  if (dialog.matches(':popover-open')) dialog.hidePopover();
  if (dialog.open) dialog.close();
}

function isUp(dialog: HTMLDialogElement, folded: boolean): boolean {
  if (!dialog.isConnected) return false;
  if (folded) return dialog.matches(':popover-open');
  const inTheMiddle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return dialog.matches(':modal') && (inTheMiddle === null || dialog.contains(inTheMiddle));
}

/**
 * Surface: file inputs. The files are taken at `input`, before any listener of the page can see them.
 *
 * What the window does not hear of, in a shadow root or in no document, is listened to at the root of its tree.
 * There, or when the page takes its input away, a listener of the page can be nearer and earlier than ours: a picker
 * of such an input is opened by us (docs/decisions/40-whose-picker.md).
 */
import { isFileInput } from './elements';
import type { Held, Place } from './held';
import { listen, swallow } from './listen';
import { onAsked } from './page-world';
import { openPicker } from './picker';
import { areToBeHeld, giveToInput, isReleased } from './released';
import { watchRoots } from './roots';

export function init(held: Held, signal: AbortSignal): void {
  /** Inputs emptied at `input`, whose `change` the browser still sends, now without a file. */
  const emptied = new WeakSet<HTMLInputElement>();
  let clicked: Place | null = null;

  function onClick(event: Event): void {
    if (event.isTrusted) clicked = placeOf(event); // a button of the page often clicks the input by script
    roots.watchAlong(event);
    const [input] = event.composedPath();
    if (!isFileInput(input)) return;
    roots.watch(input); // the page may take it away before the pick
    if (event.defaultPrevented || (event.isTrusted && isInDocument(input))) return;
    event.preventDefault();
    pickFor(input);
  }

  function onPick(event: Event): void {
    const [input] = event.composedPath();
    if (!isFileInput(input) || isReleased(event)) return;
    const files = [...(input.files ?? [])];
    if (areToBeHeld(files)) {
      swallow(event);
      input.value = '';
      take(input, files);
      if (event.type === 'input') emptied.add(input);
    } else if (event.type === 'change' && emptied.delete(input) && files.length === 0) {
      swallow(event);
    }
  }

  /** A second pick while one is held comes here as well: held behind the first. */
  function take(input: HTMLInputElement, files: File[]): void {
    const wasThere = input.isConnected;
    const paths = files.map((file) => file.webkitRelativePath);
    const release = (decided: File[]): boolean => give(input, wasThere, decided, paths);
    void held.hold({ target: input, files, place: clicked, release });
  }

  function pickFor(input: HTMLInputElement): void {
    openPicker(input, (files) => { take(input, files); });
  }

  const roots = watchRoots({ click: onClick, input: onPick, change: onPick }, signal);
  listen('click', onClick, signal);
  listen('input', onPick, signal);
  listen('change', onPick, signal);
  onAsked('picker', (input) => {
    if (!isFileInput(input) || input.disabled || !navigator.userActivation.isActive) return false;
    pickFor(input);
    return true;
  });
}

function isInDocument(input: HTMLInputElement): boolean {
  return input.getRootNode() === document;
}

/** Where a picker was opened by the pointer; a click by the keyboard has no place. */
function placeOf(event: Event): Place | null {
  const { detail, clientX, clientY } = event as MouseEvent;
  return detail > 0 ? { x: clientX, y: clientY } : null;
}

function give(input: HTMLInputElement, wasThere: boolean, files: File[], paths: string[]): boolean {
  const target = wasThere && !input.isConnected ? findAgain(input) : input;
  if (!target) return false;
  giveToInput(target, files, paths);
  return true;
}

/** The input that the page put in the place of one that it took away; null when that is not certain. */
function findAgain(gone: HTMLInputElement): HTMLInputElement | null {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')];
  const [alike = null, another] = inputs.filter((input) => isLike(input, gone));
  return another ? null : alike;
}

function isLike(one: HTMLInputElement, other: HTMLInputElement): boolean {
  return (['id', 'name', 'accept', 'multiple', 'className'] as const).every((name) => one[name] === other[name]);
}

/** Surface: file inputs. The files are taken at `input`, before any listener of the page can see them. */
import type { Held, Place } from './held';
import { mayBePhoto } from './kind';
import { giveToInput, isReleased, isReleasedFile } from './released';
import { transferOf } from './transfer';

export function init(held: Held, signal: AbortSignal): void {
  const options = { capture: true, signal };
  /** Inputs emptied at `input`, whose `change` the browser still sends, now without a file. */
  const emptied = new WeakSet<HTMLInputElement>();
  let clicked: Place | null = null;

  function onPick(event: Event): void {
    const input = fileInputOf(event);
    if (!input || isReleased(event)) return;
    const files = [...(input.files ?? [])];
    if (files.some(mayBePhoto) && !files.every(isReleasedFile)) {
      event.stopImmediatePropagation();
      take(input, files);
      if (event.type === 'input') emptied.add(input);
    } else if (event.type === 'change' && emptied.delete(input) && files.length === 0) {
      event.stopImmediatePropagation();
    }
  }

  /** A second pick while one is held comes here as well: emptied at once, and held behind the first. */
  function take(input: HTMLInputElement, files: File[]): void {
    input.value = '';
    void held.hold({ target: input, files, place: clicked, release: (decided) => release(input, decided) });
  }

  window.addEventListener('click', (event) => { clicked = placeOf(event); }, options);
  window.addEventListener('input', onPick, options);
  window.addEventListener('change', onPick, options);
}

function fileInputOf(event: Event): HTMLInputElement | null {
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement && target.type === 'file' ? target : null;
}

/** Where a picker was opened by the pointer; a click by the keyboard has no place. */
function placeOf(event: MouseEvent): Place | null {
  return event.isTrusted && event.detail > 0 ? { x: event.clientX, y: event.clientY } : null;
}

function release(input: HTMLInputElement, files: File[]): boolean {
  const target = input.isConnected ? input : findAgain(input);
  if (!target) return false;
  giveToInput(target, transferOf({ files, texts: new Map() }).files);
  return true;
}

/** The input that the page put in the place of one that it took away; null when that is not certain. */
function findAgain(gone: HTMLInputElement): HTMLInputElement | null {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')];
  const alike = inputs.filter((input) => isLike(input, gone));
  return alike.length === 1 ? alike[0] ?? null : null;
}

function isLike(one: HTMLInputElement, other: HTMLInputElement): boolean {
  return (['id', 'name', 'accept', 'multiple', 'className'] as const).every((name) => one[name] === other[name]);
}

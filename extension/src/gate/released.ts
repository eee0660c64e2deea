/** Our own events and the files in them: what was decided is not held again. Also the way to give files to an input. */
import { mayBePhoto } from './kind';
import { tellPage } from './page-world';
import { listOf } from './transfer';

const events = new WeakSet<Event>();
const files = new WeakSet<File>();

export function isReleased(event: Event): boolean {
  return events.has(event);
}

/** Whether there may be photos among files of a person that were not decided on yet. */
export function areToBeHeld(list: File[]): boolean {
  return list.some(mayBePhoto) && !list.every((file) => files.has(file));
}

/** Dispatches an event that the gate lets pass; false: the page prevented its default. */
export function dispatchReleased(target: EventTarget, event: Event): boolean {
  events.add(event);
  return target.dispatchEvent(event);
}

export function markReleased(list: Iterable<File>): void {
  for (const file of list) files.add(file);
}

export function fill(input: HTMLInputElement, decided: File[]): void {
  input.files = listOf(decided);
  markReleased(input.files);
}

/** Puts files into an input as a pick would: the list, then `input`, then `change`. Those of a folder have paths. */
export function giveToInput(input: HTMLInputElement, decided: File[], paths: readonly string[] = []): void {
  fill(input, decided);
  if (paths.some((path) => path !== '')) tellPage('paths', input, paths);
  dispatchReleased(input, new Event('input', { bubbles: true, composed: true }));
  dispatchReleased(input, new Event('change', { bubbles: true }));
}

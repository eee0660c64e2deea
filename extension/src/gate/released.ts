/** Our own events and the files in them: what was decided is not held again. Also the way to give files to an input. */
import { tellPage } from './page-world';

const events = new WeakSet<Event>();
const files = new WeakSet<File>();

export function isReleased(event: Event): boolean {
  return events.has(event);
}

export function isReleasedFile(file: File): boolean {
  return files.has(file);
}

/** Dispatches an event that the gate lets pass; false: the page prevented its default. */
export function dispatchReleased(target: EventTarget, event: Event): boolean {
  events.add(event);
  return target.dispatchEvent(event);
}

export function markReleased(list: Iterable<File>): void {
  for (const file of list) files.add(file);
}

/** Puts files into an input as a pick would: the list, then `input`, then `change`. Those of a folder have paths. */
export function giveToInput(input: HTMLInputElement, list: FileList, paths: readonly string[] = []): void {
  input.files = list;
  markReleased(input.files);
  if (paths.some((path) => path !== '')) tellPage('paths', input, paths);
  dispatchReleased(input, new Event('input', { bubbles: true, composed: true }));
  dispatchReleased(input, new Event('change', { bubbles: true }));
}

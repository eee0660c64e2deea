/** The page world's end of the private node (src/asks.ts). */
import { HANDSHAKE, PATHS, type Asked, type Told } from '../asks';
import { getter, method } from './natives';

const send = method(EventTarget.prototype, 'dispatchEvent');
const listen = method(EventTarget.prototype, 'addEventListener');
const read = method(Element.prototype, 'getAttribute');
const submitterOf = getter(SubmitEvent.prototype, 'submitter');
const parse = JSON.parse as (text: string) => string[];
const Question = SubmitEvent;

const node = document.createElement('i');

export function greetGate(): void {
  send(window, questionAbout(HANDSHAKE, node));
}

/** Asks the gate while the page waits; true: the gate does it. Nothing is asked about what is no element. */
export function ask(asked: Asked, element: unknown): boolean {
  try {
    return !send(node, questionAbout(asked, element as HTMLElement | null));
  } catch {
    return false;
  }
}

export function onTold(told: Told, hear: (input: HTMLInputElement, paths: string[]) => void): void {
  listen(node, told, (event) => {
    const input = submitterOf(event as SubmitEvent) as HTMLInputElement; // the gate tells of inputs alone
    hear(input, parse(read(node, PATHS) ?? '[]'));
  });
}

/** Inherits nothing: the page could look at the element from there. */
function questionAbout(type: string, submitter: HTMLElement | null): SubmitEvent {
  return new Question(type, { __proto__: null, submitter, cancelable: true } as SubmitEventInit);
}

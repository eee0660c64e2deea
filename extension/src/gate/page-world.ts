/** The gate's end of the private node (src/asks.ts). */
import { HANDSHAKE, PATHS, type Asked, type Told } from '../asks';

/** Answers whether the gate does what was asked about. */
type Answer = (element: HTMLElement | null) => boolean;

const answers = new Map<Asked, Answer>();
let node: Element | null = null;

export function onAsked(asked: Asked, answer: Answer): void {
  answers.set(asked, answer);
}

/** Tells the page world before the page hears of the files in an input; nothing happens where there is none. */
export function tellPage(told: Told, input: HTMLInputElement, paths: readonly string[]): void {
  node?.setAttribute(PATHS, JSON.stringify(paths));
  node?.dispatchEvent(new SubmitEvent(told, { submitter: input }));
}

/** Takes the first handshake, which comes before the page's first script, and no other. */
export function meetPageWorld(): void {
  window.addEventListener(HANDSHAKE, onHandshake, { capture: true, once: true });
}

function onHandshake(event: Event): void {
  event.stopImmediatePropagation();
  const { submitter } = event as SubmitEvent; // anything else has none
  if (!(submitter instanceof HTMLElement)) return;
  node = submitter;
  for (const [asked, answer] of answers) submitter.addEventListener(asked, (question) => { reply(question, answer); });
}

function reply(question: Event, answer: Answer): void {
  const { submitter } = question as SubmitEvent;
  if (answer(submitter)) question.preventDefault();
}

/** A form sent while its photo is held would go out without the photo: it waits, and goes out after the release. */
import { isFileInput } from './elements';
import type { Held, Outcome } from './held';
import { listen, swallow } from './listen';
import { onAsked } from './page-world';
import { watchSending } from './sending';

export function init(held: Held, signal: AbortSignal): void {
  /** Forms that wait, with the latest way in which they were to be sent. */
  const waiting = new Map<HTMLFormElement, () => void>();
  const buttonSending = watchSending(signal);

  function onSubmit(event: SubmitEvent): void {
    const [form] = event.composedPath();
    if (!(form instanceof HTMLFormElement)) return;
    const { submitter } = event;
    if (waits(form, () => { form.requestSubmit(submitter); })) swallow(event);
  }

  /** Where a file is required, the browser would ask for the one that is held, and send nothing. */
  function onInvalid(event: Event): void {
    const [input] = event.composedPath();
    if (!isFileInput(input) || !held.outcomeOf(input)) return;
    swallow(event);
    const { form } = input;
    const button = form && buttonSending(form);
    if (form && button !== undefined) waits(form, () => { form.requestSubmit(button); });
  }

  function waits(form: HTMLFormElement, send: () => void): boolean {
    if (outcomesIn(held, form).length === 0) return false;
    const first = !waiting.has(form);
    waiting.set(form, send);
    if (first) void sendAfter(form);
    return true;
  }

  /** Another photo may have been picked meanwhile: asks until none is held. */
  async function sendAfter(form: HTMLFormElement): Promise<void> {
    let outcomes: Outcome[] = [];
    for (let open = outcomesIn(held, form); open.length > 0; open = outcomesIn(held, form)) {
      outcomes = [...outcomes, ...(await Promise.all(open))];
    }
    const send = waiting.get(form);
    waiting.delete(form);
    if (outcomes.every((outcome) => outcome === 'released')) send?.();
  }

  listen('submit', onSubmit, signal);
  listen('invalid', onInvalid, signal);
  onAsked('submit', (form) => form instanceof HTMLFormElement && waits(form, () => { sendUnasked(form); }));
}

/** `form.submit()` sends without an event and without a check; a field of that name may hide it. */
function sendUnasked(form: HTMLFormElement): void {
  HTMLFormElement.prototype.submit.call(form);
}

function outcomesIn(held: Held, form: HTMLFormElement): Promise<Outcome>[] {
  return [...form.elements].flatMap((element) => held.outcomeOf(element) ?? []);
}

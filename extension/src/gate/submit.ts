/** A form sent while its photo is held would go out without the photo: it waits, and goes out after the release. */
import type { Held, Outcome } from './held';

export function init(held: Held, signal: AbortSignal): void {
  /** Forms that wait, with the button that was pressed last. */
  const waiting = new Map<HTMLFormElement, HTMLElement | null>();

  function onSubmit(event: SubmitEvent): void {
    const [form] = event.composedPath();
    if (!(form instanceof HTMLFormElement)) return;
    const outcomes = outcomesIn(held, form);
    if (outcomes.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const first = !waiting.has(form);
    waiting.set(form, event.submitter);
    if (first) void sendAfter(form);
  }

  /** Another photo may have been picked meanwhile: asks until none is held. */
  async function sendAfter(form: HTMLFormElement): Promise<void> {
    let outcomes: Outcome[] = [];
    for (let open = outcomesIn(held, form); open.length > 0; open = outcomesIn(held, form)) {
      outcomes = [...outcomes, ...(await Promise.all(open))];
    }
    const submitter = waiting.get(form);
    waiting.delete(form);
    if (outcomes.every((outcome) => outcome === 'released')) form.requestSubmit(submitter ?? null);
  }

  window.addEventListener('submit', onSubmit, { capture: true, signal });
}

function outcomesIn(held: Held, form: HTMLFormElement): Promise<Outcome>[] {
  return [...form.elements].flatMap((element) => held.outcomeOf(element) ?? []);
}

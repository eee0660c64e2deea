/** Work on the photos of a post that can fail for each: tried until it is done or the person gives up. */
import type { Answer, Trouble } from '../messages';

/** What the person wants after a failure; `instead` gives what is taken for an item that failed. */
export type Told<I, T> = 'try-again' | 'cancel' | { instead: (item: I) => T };

/** Tells the person what went wrong and brings back what to do. */
export type Tell<I, T> = (trouble: Trouble) => Promise<Told<I, T>>;

/**
 * A value for each item, in the same order; null: cancelled. `attempt` answers for each item that it is given. The
 * person is told once for all that failed; "try again" tries those alone.
 */
export async function insist<I, T>(
  items: readonly I[], attempt: (items: I[]) => Promise<Answer<T>[]>, tell: Tell<I, T>,
): Promise<T[] | null> {
  let answers = await attempt([...items]);
  for (let trouble = firstTrouble(answers); trouble; trouble = firstTrouble(answers)) {
    const told = await tell(trouble);
    if (told === 'cancel') return null;
    const failed = items.filter((_, index) => !answers[index]?.ok);
    const again: Answer<T>[] = told === 'try-again'
      ? await attempt(failed)
      : failed.map((item) => ({ ok: true, value: told.instead(item) }));
    const next = again.values();
    answers = answers.map((answer) => (answer.ok ? answer : next.next().value ?? answer));
  }
  return answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
}

function firstTrouble(answers: Answer<unknown>[]): Trouble | null {
  return answers.find((answer) => !answer.ok)?.trouble ?? null;
}

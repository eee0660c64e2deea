/** Work on the photos of a post that can fail for each: tried until it is done or the person gives up. */
import type { Answer, Trouble } from '../messages';
import type { TroubleDecision } from '../nudge/album';

/** Tells the person what went wrong and brings back what to do. */
export type Tell = (trouble: Trouble) => Promise<TroubleDecision>;

/**
 * A value for each item, in the same order; null: cancelled. `attempt` answers for each item that it is given. The
 * person is told once for all that failed; "try again" tries those alone, "unchecked" takes `otherwise` for them.
 */
export async function insist<I, T>(
  items: readonly I[], attempt: (items: I[]) => Promise<Answer<T>[]>, tell: Tell, otherwise: (item: I) => T,
): Promise<T[] | null> {
  let answers = await attempt([...items]);
  for (;;) {
    const trouble = firstTrouble(answers);
    const decision = trouble ? await tell(trouble) : 'unchecked';
    if (decision === 'cancel') return null;
    if (decision === 'unchecked') return items.map((item, index) => valueOf(answers[index], () => otherwise(item)));
    const again = (await attempt(items.filter((_, index) => !answers[index]?.ok))).values();
    answers = answers.map((answer) => (answer.ok ? answer : again.next().value ?? answer));
  }
}

function firstTrouble(answers: Answer<unknown>[]): Trouble | null {
  for (const answer of answers) if (!answer.ok) return answer.trouble;
  return null;
}

function valueOf<T>(answer: Answer<T> | undefined, otherwise: () => T): T {
  return answer?.ok ? answer.value : otherwise();
}

/** Work on the photos of a post that can fail for each: tried until it is done or the person gives up. */
import type { Answer, Trouble } from '../messages';
import type { TroubleDecision } from '../nudge/album';

/** Tells the person what went wrong and brings back what to do. */
export type Tell = (trouble: Trouble) => Promise<TroubleDecision>;

/**
 * A value for each item, in the same order; null: cancelled. The person is told once for all items that failed; "try
 * again" tries those alone, "unchecked" takes `otherwise` for them.
 */
export async function insist<I, T>(
  items: readonly I[], attempt: (item: I) => Promise<Answer<T>>, tell: Tell, otherwise: (item: I) => T,
): Promise<T[] | null> {
  let tries = await Promise.all(items.map(async (item) => ({ item, answer: await attempt(item) })));
  for (;;) {
    const trouble = firstTrouble(tries.map(({ answer }) => answer));
    const decision = trouble ? await tell(trouble) : 'unchecked';
    if (decision === 'cancel') return null;
    if (decision === 'unchecked') return tries.map(({ item, answer }) => (answer.ok ? answer.value : otherwise(item)));
    tries = await Promise.all(tries.map(async ({ item, answer }) => (
      { item, answer: answer.ok ? answer : await attempt(item) }
    )));
  }
}

function firstTrouble(answers: Answer<unknown>[]): Trouble | null {
  for (const answer of answers) if (!answer.ok) return answer.trouble;
  return null;
}

/** The service's problem codes, and what each is to a person. */
import type { Trouble } from '../messages';
import type { ProblemCode } from '../wire';

export const TROUBLES: Readonly<Record<ProblemCode, Trouble>> = {
  length_required: 'failed',
  body_cut_short: 'failed',
  bad_parameter: 'failed',
  not_found: 'failed',
  method_not_allowed: 'failed',
  bad_region: 'failed',
  too_many_regions: 'failed',
  internal: 'failed',
  worker_lost: 'failed',
  unknown_kind: 'unknown-kind',
  unsupported_coding: 'unknown-kind',
  damaged: 'damaged',
  too_large: 'too-large',
  too_many_pixels: 'too-large',
  too_much_memory: 'too-large',
  took_too_long: 'took-too-long',
  busy: 'busy',
  warming: 'warming',
  weights_missing: 'unwell',
  weights_damaged: 'unwell',
  worker_failed: 'unwell',
};

/** What an answer that is no success means. The service tells a caller that it does not know nothing but 403. */
export async function troubleOf(response: Response): Promise<Trouble> {
  if (response.status === 403) return 'not-allowed';
  const problem: unknown = await response.json().catch(() => null);
  return isProblem(problem) ? TROUBLES[problem.code] : 'failed';
}

function isProblem(told: unknown): told is { code: ProblemCode } {
  return typeof told === 'object' && told !== null && 'code' in told
    && typeof told.code === 'string' && Object.hasOwn(TROUBLES, told.code);
}

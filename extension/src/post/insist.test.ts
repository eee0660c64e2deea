import { expect, it, vi } from 'vitest';
import type { Answer } from '../messages';
import { insist, type Told } from './insist';

const done = (value: string): Answer<string> => ({ ok: true, value });
const failed: Answer<string> = { ok: false, trouble: 'busy' };

/** Answers the attempts one after the other. */
const attempts = (...rounds: Answer<string>[][]): (items: string[]) => Promise<Answer<string>[]> => (
  vi.fn(() => Promise.resolve(rounds.shift() ?? []))
);
const says = (...decisions: Told<string, string>[]): () => Promise<Told<string, string>> => (
  vi.fn(() => Promise.resolve(decisions.shift() ?? 'cancel'))
);
const unchecked = { instead: (item: string): string => `${item} unchecked` };

it('gives the values in order, and tells nobody, when all is well', async () => {
  const tell = says();
  expect(await insist(['a', 'b'], attempts([done('A'), done('B')]), tell)).toEqual(['A', 'B']);
  expect(tell).not.toHaveBeenCalled();
});

it('tells the first trouble once for all that failed', async () => {
  const tell = says(unchecked);
  const answers: Answer<string>[] = [done('A'), failed, { ok: false, trouble: 'damaged' }];
  const values = await insist(['a', 'b', 'c'], attempts(answers), tell);
  expect(values).toEqual(['A', 'b unchecked', 'c unchecked']);
  expect(tell).toHaveBeenCalledExactlyOnceWith('busy');
});

it('tries again those alone that failed, and keeps the order', async () => {
  const attempt = attempts([failed, done('B'), failed], [done('A'), done('C')]);
  expect(await insist(['a', 'b', 'c'], attempt, says('try-again'))).toEqual(['A', 'B', 'C']);
  expect(attempt).toHaveBeenLastCalledWith(['a', 'c']);
});

it('tries as often as the person says', async () => {
  const attempt = attempts([failed], [failed], [done('A')]);
  expect(await insist(['a'], attempt, says('try-again', 'try-again'))).toEqual(['A']);
});

it('gives nothing when it is cancelled', async () => {
  expect(await insist(['a', 'b'], attempts([done('A'), failed]), says('cancel'))).toBeNull();
});

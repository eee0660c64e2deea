import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Scheme = 'light' | 'dark';
const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');
const tokens = tokensIn(read('./tokens.css'));

/** Token by name; a single colour stands for both schemes. */
function tokensIn(css: string): Map<string, Record<Scheme, string>> {
  const found = css.matchAll(/--([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g);
  return new Map(Array.from(found, ([, name = '', light, dark, both]) => (
    [name, { light: light ?? both ?? '', dark: dark ?? both ?? '' }]
  )));
}

/** Contrast of two tokens as WCAG 2.2 counts it. */
function contrast(one: string, other: string, scheme: Scheme): number {
  const [a = 0, b = 0] = [one, other].map((name) => luminance(tokens.get(name)?.[scheme] ?? '')).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each<Scheme>(['light', 'dark'])('in %s', (scheme) => {
  test.each([
    ['ink', 'ground'], ['ink', 'ground-2'], ['quiet', 'ground'],
    ['accent', 'ground'], ['on-accent', 'accent'], ['alert', 'ground'],
  ])('%s on %s can be read: 4.5 at least', (text, ground) => {
    expect(contrast(text, ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['line', 'ground'], ['focus', 'ground'], ['focus', 'ground-2'], ['line', 'ground-2'], ['face-mark', 'face-rim'],
  ])('%s beside %s can be seen: 3 at least', (edge, ground) => {
    expect(contrast(edge, ground, scheme)).toBeGreaterThanOrEqual(3);
  });
});

test('the practice page, which the service serves, has the same tokens', () => {
  const practice = tokensIn(read('../../../server/pauza/service/practice.html'));
  expect(practice.size).toBeGreaterThan(0);
  for (const [name, value] of practice) expect(value).toEqual(tokens.get(name));
});

import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import en from './en.json';
import { speak, type Key, type Values } from './speak';

const MOST_WORDS = 14;
/** From the guide of style: what these words would make people feel or believe is not ours to say. */
const FORBIDDEN = [
  'danger', 'guilt', 'regret', 'protect your', 'are you sure', 'bad parent', 'AI',
  'unrecognisable', 'is safe', 'warning', '!',
];

const catalogue = entries(en);

function entries(branch: object, path = ''): [string, string][] {
  return Object.entries(branch).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[path + name, value] as [string, string]];
    return entries(value as object, `${path}${name}.`);
  });
}

function textsOf([, text]: [string, string]): string[] {
  return outcomes(parse(text));
}

/** Every text that a message can become, with a word in place of each value. */
function outcomes(elements: MessageFormatElement[]): string[] {
  return elements.reduce<string[]>((texts, element) => {
    const endings = endingsOf(element);
    return texts.flatMap((text) => endings.map((ending) => text + ending));
  }, ['']);
}

function endingsOf(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal) return [element.value];
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    return Object.values(element.options).flatMap(({ value }) => outcomes(value));
  }
  return ['9'];
}

test('no sentence has more words than fit into a breath', () => {
  const sentences = catalogue.flatMap(textsOf).flatMap((text) => text.split(/(?<=[.?])\s/));
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > MOST_WORDS)).toEqual([]);
});

test.each(FORBIDDEN)('no sentence says “%s”', (word) => {
  const spoken = new RegExp(/\w$/.test(word) ? `\\b${word}\\b` : word, word === 'AI' ? '' : 'i');
  expect(catalogue.flatMap(textsOf).filter((text) => spoken.test(text))).toEqual([]);
});

test('apostrophes are real ones, which ICU leaves alone', () => {
  expect(catalogue.filter(([, text]) => /['"]/.test(text))).toEqual([]);
});

describe('speak', () => {
  test.each([
    ['nudge.child', { total: 1 }, 'A child’s face may be visible in this photo.'],
    ['nudge.child', { total: 3 }, 'A child’s face may be visible in these 3 photos.'],
    ['nudge.face', { number: 2, total: 3, covered: 'yes' }, 'Face 2 of 3, covered'],
    ['nudge.face', { number: 2, total: 3, covered: 'no' }, 'Face 2 of 3, not covered'],
    ['nudge.inStrip', { number: 1, total: 2, covers: 0 }, 'Photo 1 of 2, nothing covered'],
    ['nudge.inStrip', { number: 1, total: 2, covers: 1 }, 'Photo 1 of 2, 1 cover'],
    ['audience.checked', { day: new Date(2026, 10, 2) }, 'These steps were checked on November 2, 2026.'],
  ] as [Key, Values, string][])('says %s with %o', (key, values, sentence) => {
    expect(speak(key, values)).toBe(sentence);
  });

  test('does not leave a gap where a value is missing', () => {
    expect(() => speak('nudge.audienceLine')).toThrow();
  });
});

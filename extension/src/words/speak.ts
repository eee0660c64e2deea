/** The one way from a key to a sentence. Sentences are ICU MessageFormat; a wrong key does not compile. */
import { IntlMessageFormat } from 'intl-messageformat';
import words from './en.json';

const LANGUAGE = 'en';

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

export type Key = Paths<typeof words>;
export type Values = Record<string, string | number | Date>;

const spoken = new Map<Key, IntlMessageFormat>();

/** The sentence of `key`; throws where `values` lacks one that the sentence needs. */
export function speak(key: Key, values: Values = {}): string {
  let message = spoken.get(key);
  if (!message) spoken.set(key, message = new IntlMessageFormat(sentence(key), LANGUAGE));
  return String(message.format(values));
}

function sentence(key: Key): string {
  const found = key.split('.').reduce<unknown>(
    (branch, name) => (branch instanceof Object ? Reflect.get(branch, name) : undefined), words,
  );
  if (typeof found !== 'string') throw new Error(`no sentence for ${key}`);
  return found;
}

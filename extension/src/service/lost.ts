/** What a redaction lost beside covered faces and hidden data: from the wire to sentences. */
import type { Change } from '../wire';
import { lost } from '../words/en.json';

const SENTENCES: Readonly<Record<Change, string>> = lost;

/** What only a newer service knows is passed over. */
export function lostBy(headers: Headers): string[] {
  const told = headers.get('Pauza-Changes')?.split(', ');
  return Object.entries(SENTENCES).flatMap(([change, sentence]) => (told?.includes(change) ? sentence : []));
}

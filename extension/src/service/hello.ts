/** Who answered on the port: Pauza of this version of the wire, or somebody else. */
import type { Answer } from '../messages';
import { API_VERSION, type Hello } from '../wire';
import { fail } from './request';

export interface Greeting {
  version: string;
}

export function greetingOf(told: unknown): Answer<Greeting> {
  if (!isHello(told)) return fail('not-pauza');
  if (told.api < API_VERSION) return fail('service-old');
  if (told.api > API_VERSION) return fail('service-new');
  if (told.state === 'warming') return fail('warming');
  return told.state === 'ready' ? { ok: true, value: { version: told.version } } : fail('unwell');
}

function isHello(told: unknown): told is Hello {
  return typeof told === 'object' && told !== null
    && 'service' in told && told.service === 'pauza'
    && 'api' in told && typeof told.api === 'number'
    && 'version' in told && typeof told.version === 'string'
    && 'state' in told;
}

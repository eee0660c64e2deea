import { describe, expect, it } from 'vitest';
import { TROUBLES, troubleOf } from './problems';

const told = (status: number, body: string): Response => new Response(body, { status });

describe('an answer that is no success', () => {
  it.each(Object.entries(TROUBLES))('of code %s is the trouble %s', async (code, trouble) => {
    expect(await troubleOf(told(500, JSON.stringify({ code })))).toBe(trouble);
  });

  it('that is a bare 403 says that this browser is not allowed', async () => {
    expect(await troubleOf(told(403, ''))).toBe('not-allowed');
  });

  it.each(['', '<html>', '{}', 'null', '{"code":7}', '{"code":"unheard of"}', '{"code":"toString"}'])(
    'that says "%s" has failed', async (body) => { expect(await troubleOf(told(500, body))).toBe('failed'); },
  );
});

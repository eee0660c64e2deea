import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TOKENS } from './sign';

it.each(TOKENS.split(';'))('%s is as in tokens.css', (token) => {
  const all = readFileSync(join(import.meta.dirname, '../look/tokens.css'), 'utf8').replaceAll(' ', '');
  expect(all).toContain(`${token};`);
});

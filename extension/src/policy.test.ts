import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { readPolicy } from './policy';

beforeEach(() => { fakeBrowser.reset(); });

const manage = (values: Record<string, unknown>): Promise<void> => fakeBrowser.storage.managed.set(values);

it('nothing set lets photos go unchecked', async () => {
  expect(await readPolicy()).toEqual({ uncheckedAllowed: true });
});

it('they may not where that was set', async () => {
  await manage({ uncheckedAllowed: false });
  expect(await readPolicy()).toEqual({ uncheckedAllowed: false });
});

it('what is no yes or no counts as not set', async () => {
  await manage({ uncheckedAllowed: 'no' });
  expect(await readPolicy()).toEqual({ uncheckedAllowed: true });
});

it('a browser without policies, which fails, counts as nothing set', async () => {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValueOnce(new Error('Managed storage manifest not found'));
  expect(await readPolicy()).toEqual({ uncheckedAllowed: true });
});

it('the schema for Chromium has the same keys', async () => {
  const schema: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../public/policy.json'), 'utf8'));
  expect(schema).toMatchObject({ type: 'object' });
  expect(Object.keys((schema as { properties: object }).properties)).toEqual(Object.keys(await readPolicy()));
});

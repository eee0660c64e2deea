// @vitest-environment node
/** `npm run wire` writes src/wire.gen.ts by this test; without it, the test fails when the file is stale. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';
import { MOST_REGIONS } from './nudge/state';

const COMMAND = process.platform === 'win32' ? '.venv/Scripts/pauza.exe' : '.venv/bin/pauza';
const PAUZA = resolve(import.meta.dirname, '../..', COMMAND);

/** What the service says of itself. */
function described(): string {
  const { status, stdout, stderr } = spawnSync(PAUZA, ['openapi'], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

it.runIf(existsSync(PAUZA))('the types of the wire are those that the service describes', async () => {
  const types = astToString(await openapiTS(described()));
  await expect(`/** Made by \`npm run wire\` from \`pauza openapi\`; not to be changed by hand. */\n${types}`)
    .toMatchFileSnapshot('./wire.gen.ts');
});

it.runIf(existsSync(PAUZA))('the nudge covers as many regions as the service takes', () => {
  const { paths } = JSON.parse(described()) as { paths: Record<string, { post?: { parameters?: Parameter[] } }> };
  const parameters = paths['/v1/redactions']?.post?.parameters ?? [];
  expect(parameters.find(({ name }) => name === 'region')?.schema.maxItems).toBe(MOST_REGIONS);
});

interface Parameter { name: string; schema: { maxItems?: number } }

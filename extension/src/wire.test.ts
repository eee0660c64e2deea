// @vitest-environment node
/** `npm run wire` writes src/wire.gen.ts by this test; without it, the test fails when the file is stale. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';

const COMMAND = process.platform === 'win32' ? '.venv/Scripts/pauza.exe' : '.venv/bin/pauza';
const PAUZA = resolve(import.meta.dirname, '../..', COMMAND);

it.runIf(existsSync(PAUZA))('the types of the wire are those that the service describes', async () => {
  const { status, stdout, stderr } = spawnSync(PAUZA, ['openapi'], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const types = astToString(await openapiTS(stdout));
  await expect(`/** Made by \`npm run wire\` from \`pauza openapi\`; not to be changed by hand. */\n${types}`)
    .toMatchFileSnapshot('./wire.gen.ts');
});

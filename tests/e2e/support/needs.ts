/** What the end-to-end tests need of the machine. Where it is missing they are skipped, and say so. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';
import { photosAreHere } from './photos';

const ROOT = resolve(import.meta.dirname, '../../..');

/** `describe`, or its skipping form with one loud line; PAUZA_E2E_REQUIRED=1 makes that a failure. */
export function describeWith(browser: string, path: string | undefined, extension: string): typeof describe {
  const missing = [
    path === undefined && browser,
    !existsSync(resolve(ROOT, 'extension/dist', extension)) && `the built extension (extension/dist/${extension})`,
    !existsSync(resolve(ROOT, 'models/weights')) && 'the weights (pauza weights fetch)',
    !photosAreHere && 'the shared photos (PAUZA_SHARED)',
  ].filter((one) => one !== false);
  if (missing.length === 0) return describe;
  const line = `END-TO-END TESTS LEFT OUT: ${missing.join(', ')} not found.`;
  if (process.env['PAUZA_E2E_REQUIRED'] === '1') throw new Error(line);
  console.warn(line);
  return describe.skip as typeof describe;
}

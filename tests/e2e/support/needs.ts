/** What the end-to-end tests need of the machine. Where it is missing they are skipped, and say so. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';
import { photosAreHere } from './photos';

const ROOT = resolve(import.meta.dirname, '../../..');

/**
 * `describe`, or its skipping form with one loud line; PAUZA_E2E_REQUIRED=1 makes that a failure. `further` is what
 * else was looked for in vain.
 */
export function describeWith(
  browser: string, path: string | undefined, extension: string, further: readonly string[] = [],
): typeof describe {
  const missing = [
    path === undefined && browser,
    !existsSync(resolve(ROOT, 'extension/dist', extension)) && `the built extension (extension/dist/${extension})`,
    !existsSync(resolve(ROOT, 'models/weights')) && 'the weights (pauza weights fetch)',
    !photosAreHere && 'the shared photos (PAUZA_SHARED)',
    ...further,
  ].filter((one) => one !== false);
  if (missing.length === 0) return describe;
  const line = `END-TO-END TESTS LEFT OUT: ${missing.join(', ')} not found.`;
  if (process.env['PAUZA_E2E_REQUIRED'] === '1') throw new Error(line);
  console.warn(line);
  return describe.skip as typeof describe;
}

/** Those of Debian's packages that are not there: each with the path of what it brings, or whether that was found. */
export function missingOf(packages: Record<string, string | boolean>): string[] {
  return Object.entries(packages)
    .filter(([, found]) => (typeof found === 'string' ? !existsSync(found) : !found))
    .map(([name]) => `Debian’s ${name}`);
}

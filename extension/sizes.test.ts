// @vitest-environment node
/** How large the scripts are that every frame of a site gets; `npm run build` makes them. */
import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const MOST_BYTES = [['gate.js', 20_000], ['page.js', 12_000]] as const;
const BUILDS = ['chrome-mv3', 'firefox-mv3'];
const built = (name: string, script: string): URL => new URL(`./dist/${name}/${script}`, import.meta.url);

describe.runIf(BUILDS.every((name) => existsSync(built(name, 'gate.js'))))('the built scripts of a page', () => {
  it.each(BUILDS.flatMap((name) => MOST_BYTES.map((limit) => [name, ...limit] as const)))(
    'of %s: %s has at most %i bytes', (name, script, most) => {
      expect(statSync(built(name, script)).size).toBeLessThanOrEqual(most);
    },
  );
});

// @vitest-environment node
/** The manifests as they are built; `npm run build` makes them. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHROMIUM_KEY, FIREFOX_ID } from './src/identity';

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts: { matches: string[]; match_origin_as_fallback?: boolean }[];
  [key: string]: unknown;
}

const built = (name: string): URL => new URL(`./dist/${name}/manifest.json`, import.meta.url);
const BUILDS = ['chrome-mv3', 'firefox-mv3'];
const read = (name: string): Manifest => JSON.parse(readFileSync(built(name), 'utf8')) as Manifest;

describe.runIf(BUILDS.every((name) => existsSync(built(name))))('the built manifests', () => {
  it.each(BUILDS)('of %s have no port in a match pattern: Firefox takes such a pattern and ignores it', (name) => {
    const { host_permissions, optional_host_permissions, content_scripts } = read(name);
    const patterns = [
      ...host_permissions, ...optional_host_permissions, ...content_scripts.flatMap(({ matches }) => matches),
    ];
    expect(patterns.filter((pattern) => /:\d/.test(pattern))).toEqual([]);
  });

  it.each(BUILDS)('of %s match frames by origin only with patterns that take every path', (name) => {
    for (const { matches, match_origin_as_fallback: byOrigin } of read(name).content_scripts) {
      if (byOrigin) expect(matches.filter((pattern) => !pattern.endsWith('/*'))).toEqual([]);
    }
  });

  it.each(BUILDS)('of %s ask for no permission without a reason in docs/permissions.md', (name) => {
    const reasons = readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8');
    const { permissions, host_permissions, optional_host_permissions } = read(name);
    for (const permission of [...permissions, ...host_permissions, ...optional_host_permissions]) {
      expect(reasons).toContain(`\`${permission}\``);
    }
  });

  it('of Chromium have the fixed key, and hand files over by structured clone', () => {
    expect(read('chrome-mv3')).toMatchObject({
      key: CHROMIUM_KEY, message_serialization: 'structured_clone', minimum_chrome_version: '148',
      web_accessible_resources: [{ resources: ['nudge.html'], use_dynamic_url: true }],
      storage: { managed_schema: 'policy.json' },
    });
  });

  it('of Firefox have the fixed id, and say that no data is collected', () => {
    expect(read('firefox-mv3')).toMatchObject({
      browser_specific_settings: {
        gecko: { id: FIREFOX_ID, strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
      },
    });
    expect(read('firefox-mv3')).not.toHaveProperty('message_serialization');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { CHROMIUM_KEY, FIREFOX_ID } from './src/identity';
import { gateScripts } from './src/sites/patterns';

export default defineConfig({
  outDir: 'dist',
  vite: () => ({
    plugins: [bareScripts],
    build: { minify: 'terser', terserOptions: SMALLER, rolldownOptions: { output: { minify: true } } },
  }),
  suppressWarnings: { firefoxDataCollection: true },
  manifest: ({ browser }) => ({
    name: 'Pauza',
    description: 'Pauses before a photo with a child in it is posted, and offers to cover the face.',
    permissions: ['storage', 'scripting', 'activeTab'],
    host_permissions: ['http://127.0.0.1/*'],
    optional_host_permissions: ['*://*/*'],
    content_scripts: gateScripts(patterns()),
    ...(browser === 'firefox' ? firefox : chromium),
  }),
});

/** Terser first, then Vite's own minifier: each alone leaves the gate larger, by 300 and by 1,000 bytes. */
const SMALLER = { ecma: 2020 as const, compress: { passes: 3, unsafe_arrows: true } };

const WRAPPER = '\0virtual:wxt-unlisted-script-entrypoint?';

/** WXT's wrapper tells a developer of errors at a script's start; a site's page need not load it. */
const bareScripts = {
  name: 'pauza:bare-scripts',
  enforce: 'pre' as const,
  load: (id: string): string | null => (
    id.startsWith(WRAPPER) ? `import script from '${id.slice(WRAPPER.length)}'; script.main();` : null
  ),
};

const nudge = { resources: ['nudge.html'], matches: ['<all_urls>'] };

const chromium = {
  key: CHROMIUM_KEY,
  minimum_chrome_version: '148',
  message_serialization: 'structured_clone',
  storage: { managed_schema: 'policy.json' },
  web_accessible_resources: [{ ...nudge, use_dynamic_url: true }],
};

const firefox = {
  browser_specific_settings: {
    gecko: { id: FIREFOX_ID, strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
  },
  web_accessible_resources: [nudge],
};

/** Match patterns of the pages in which the gate runs. */
function patterns(): string[] {
  const folder = new URL('src/sites/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'schema.json');
  return files.flatMap((name) => {
    const site = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { matches: string[] };
    return site.matches;
  });
}

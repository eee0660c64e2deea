import { defineConfig } from 'wxt';
import { CHROMIUM_KEY, FIREFOX_ID } from './src/identity';

type ContentScript = NonNullable<Browser.runtime.ManifestV3['content_scripts']>[number];

export default defineConfig({
  outDir: 'dist',
  suppressWarnings: { firefoxDataCollection: true },
  manifest: ({ browser }) => ({
    name: 'Pauza',
    description: 'Pauses before a photo with a child in it is posted, and offers to cover the face.',
    permissions: ['storage', 'scripting', 'activeTab'],
    host_permissions: ['http://127.0.0.1/*'],
    optional_host_permissions: ['*://*/*'],
    ...(browser === 'firefox' ? firefox : chromium),
  }),
  hooks: {
    'build:manifestGenerated': (_, manifest) => {
      manifest.content_scripts = manifest.content_scripts?.flatMap(splitByPath);
    },
  },
});

const nudge = { resources: ['nudge.html'], matches: ['<all_urls>'] };

const chromium = {
  key: CHROMIUM_KEY,
  minimum_chrome_version: '148',
  message_serialization: 'structured_clone',
  web_accessible_resources: [{ ...nudge, use_dynamic_url: true }],
};

const firefox = {
  browser_specific_settings: {
    gecko: { id: FIREFOX_ID, strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
  },
  web_accessible_resources: [nudge],
};

/** Frames without an address of their own are matched by origin only where a pattern takes the whole origin. */
function splitByPath(script: ContentScript): ContentScript[] {
  const matches = script.matches ?? [];
  const whole = matches.filter((pattern) => pattern.endsWith('/*'));
  const parts = matches.filter((pattern) => !pattern.endsWith('/*'));
  const { match_origin_as_fallback: _, ...byPath } = script;
  return [{ ...script, matches: whole }, ...(parts.length > 0 ? [{ ...byPath, matches: parts }] : [])];
}

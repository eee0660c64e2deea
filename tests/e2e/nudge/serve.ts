/** Builds our pages together with the harness and serves them: the site as 127.0.0.1, our pages as localhost. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';

const OURS = ['nudge', 'popup', 'options', 'welcome'];
const ROOT = resolve(import.meta.dirname, '../../..');

export interface Served {
  /** The site's page with the harness. */
  site: string;
  /** One of our pages. */
  page(name: 'popup' | 'options' | 'welcome'): string;
  close(): Promise<void>;
}

export async function serveHarness(): Promise<Served> {
  const outDir = await mkdtemp(join(tmpdir(), 'pauza-looks-'));
  const config: InlineConfig = {
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: 'extension/public',
    resolve: { alias: { 'wxt/browser': resolve(import.meta.dirname, 'browser.ts') } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { input: ['tests/e2e/nudge/site.html', ...OURS.map(pathOf)] },
    },
    preview: { host: '127.0.0.1', port: 0 },
  };
  await build(config);
  const server = await preview(config);
  const [address] = server.resolvedUrls?.local ?? [];
  if (!address) throw new Error('the harness has no address');
  return {
    site: new URL('tests/e2e/nudge/site.html', address).href,
    page: (name) => new URL(pathOf(name), address).href,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

function pathOf(name: string): string {
  return `extension/entrypoints/${name}/index.html`;
}

/**
 * Renders src/look/icon/*.svg to the PNGs in public/icon; `on` gets no name, so that it becomes the manifest's icon.
 * Run by hand after a change: node scripts/icons.mjs CHROMIUM
 */
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';

const SIZES = [16, 32, 48, 128];
const from = join(import.meta.dirname, '../src/look/icon');
const to = join(import.meta.dirname, '../public/icon');

const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox', '--disable-gpu'] });
for (const file of await readdir(from)) {
  const state = basename(file, '.svg');
  const prefix = state === 'on' ? '' : `${state}-`;
  const svg = await readFile(join(from, file), 'utf8');
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<body style="margin:0">${svg.replace('<svg', '<svg style="display:block"')}</body>`);
    await page.screenshot({ path: join(to, `${prefix}${size}.png`), omitBackground: true });
    await page.close();
  }
}
await browser.close();

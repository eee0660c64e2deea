/** The stage of the nudge's own tests: the harness in a real browser. Faces are drawn; nothing is checked. */
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe as describeAlways } from 'vitest';
import type { Trouble } from '../../../extension/src/messages';
import type { TroubleStep } from '../../../extension/src/nudge/album';
import { chromiumPath } from '../support/chromium';
import type { Harness } from './harness';
import { serveHarness, type Served } from './serve';

declare global {
  interface Window { harness: Harness }
}

export const ALBUM: Parameters<Harness['nudge']>[0] = ['class', 'kitchen', 'portrait', 'kitchen'];
export const DECISIONS = ['Cover and post', 'Choose who sees it', 'Post as it is', 'Cancel'];
export const LARGE = { width: 1280, height: 800 };
export const SMALL = { width: 320, height: 640 };

/** All that is needed here: no built extension, no service, no photos. */
export function withChromium(): typeof describeAlways | typeof describeAlways.skip {
  if (chromiumPath !== undefined) return describeAlways;
  const line = 'TESTS OF THE NUDGE LEFT OUT: Chromium not found.';
  if (process.env['PAUZA_E2E_REQUIRED'] === '1') throw new Error(line);
  console.warn(line);
  return describeAlways.skip;
}

/** What a file's stories play on. */
export class Stage {
  served!: Served;
  browser!: Browser;

  async openSite(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await this.browser.newPage({ viewport: LARGE, ...options });
    await page.goto(this.served.site);
    return page;
  }
}

/** Sets the stage for the stories of one file, once. */
export function setStage(): Stage {
  const stage = new Stage();
  beforeAll(async () => {
    stage.served = await serveHarness();
    stage.browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.served.close();
  });
  return stage;
}

export async function nudgeIn(page: Page, ...[drawings, guide]: Parameters<Harness['nudge']>): Promise<Frame> {
  await page.evaluate(([names, more]) => { window.harness.nudge(names, more); }, [drawings, guide] as const);
  return sheetIn(page);
}

export async function troubleIn(page: Page, trouble: Trouble, step: TroubleStep = 'check'): Promise<Frame> {
  await page.evaluate(([name, failed]) => { window.harness.trouble(name, failed); }, [trouble, step] as const);
  return sheetIn(page);
}

export async function sheetIn(page: Page): Promise<Frame> {
  const frame = page.frames()[1] ?? await page.waitForEvent('frameattached');
  await frame.getByRole('heading').waitFor();
  return frame;
}

export const decisionOf = (page: Page): Promise<Harness['decision']> => page.evaluate(() => window.harness.decision);

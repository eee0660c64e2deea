/** What the stories in Chromium share: a site, the service, a browser with the extension, and a folder for photos. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium } from './chromium';
import { MARKER } from './photos';
import { Service } from './service';
import { Site, type Arrival } from './site';

export class Stage {
  site!: Site;
  service!: Service;
  browser!: Chromium;
  folder!: string;

  openComposer(page = 'composer.html'): Promise<Page> {
    return this.browser.open(this.site.url(page));
  }

  /** Waits until as many files arrived, and gives them. */
  async arrivals(count: number): Promise<Arrival[]> {
    await expect.poll(() => this.site.arrivals.length, { timeout: 30_000 }).toBe(count);
    return this.site.arrivals;
  }

  /** The page could read no file, and none has come. */
  async expectNothingLeft(page: Page): Promise<void> {
    expect(await page.evaluate('window.seen')).toBe(0);
    expect(this.site.arrivals).toEqual([]);
  }

  /** The bytes are a photo in which no child's face is found, and not those that were chosen. */
  async expectCovered(arrival: Arrival | undefined): Promise<void> {
    expect(arrival?.bytes.includes(MARKER)).toBe(false);
    const { nudge } = await this.service.analyse(arrival?.bytes ?? Buffer.alloc(0));
    expect(nudge).toBe(false);
  }
}

/** What arrived is, byte for byte, what is in the file. */
export function expectSame(arrival: Arrival | undefined, path: string): void {
  expect(arrival?.bytes.equals(readFileSync(path))).toBe(true);
}

/** Sets the stage for a file of stories: everything once, and nothing remembered from story to story. */
export function setStage(): Stage {
  const stage = new Stage();
  beforeAll(async () => {
    stage.folder = await mkdtemp(join(tmpdir(), 'pauza-photos-'));
    stage.site = await Site.start();
    stage.service = await Service.prepare();
    await stage.service.start();
    stage.browser = await Chromium.start(stage.site);
    await stage.browser.usePort(stage.service.port);
  });
  beforeEach(async () => {
    stage.site.arrivals.length = 0;
    await stage.browser.forget();
  });
  afterAll(async () => {
    await stage.browser.stop();
    await stage.service.remove();
    await stage.site.stop();
    await rm(stage.folder, { recursive: true });
  });
  return stage;
}

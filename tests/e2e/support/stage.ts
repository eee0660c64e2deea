/** What stories share: a site, the service, a browser with the extension, and a folder for photos. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { MARKER } from './photos';
import { Service } from './service';
import { Site, type Arrival } from './site';

/** A browser that is driven. */
export interface Driven {
  open(url: string): Promise<{
    evaluate(work: string | (() => unknown)): Promise<unknown>;
    frames(): unknown[];
    close(): Promise<void>;
  }>;
  /** Another person sits down: nothing is remembered of before. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}
export type PageOf<B extends Driven> = Awaited<ReturnType<B['open']>>;

export class Stage<B extends Driven> {
  site!: Site;
  service!: Service;
  browser!: B;
  folder!: string;

  async openComposer(page = 'composer.html'): Promise<PageOf<B>> {
    return (await this.browser.open(this.site.url(page))) as PageOf<B>;
  }

  /** Waits until as many files arrived, and gives them. */
  async arrivals(count: number): Promise<Arrival[]> {
    await expect.poll(() => this.site.arrivals.length, { timeout: 30_000 }).toBe(count);
    return this.site.arrivals;
  }

  /** The page could read no file, and none has come. */
  async expectNothingLeft(page: PageOf<B>): Promise<void> {
    expect(await page.evaluate('window.seen')).toBe(0);
    expect(this.site.arrivals.map(({ name }) => name)).toEqual([]);
  }

  /** The bytes of the picture that an editor in the page got; waits for it. */
  async pictureIn(page: PageOf<B>, editor: string): Promise<Buffer> {
    const address = `document.querySelector('${editor} img')?.src ?? ''`;
    await expect.poll(() => page.evaluate(address), { timeout: 30_000 }).toMatch(/^data:/);
    return Buffer.from(String(await page.evaluate(address)).split(',')[1] ?? '', 'base64');
  }

  /** Something arrived, and none of it is what was chosen. Cheaper than to look for faces in it. */
  expectChanged(arrivals: Arrival[]): void {
    for (const { bytes } of arrivals) expect(bytes.length > 0 && !bytes.includes(MARKER)).toBe(true);
  }

  /** The bytes are a photo in which no child's face is found, and not those that were chosen. */
  async expectCovered(bytes: Buffer | undefined): Promise<void> {
    expect(bytes?.includes(MARKER)).toBe(false);
    const { nudge } = await this.service.analyse(bytes);
    expect(nudge).toBe(false);
  }
}

/** What arrived is, byte for byte, what is in the file. */
export function expectSame(arrival: Arrival | undefined, path: string): void {
  expect(arrival?.bytes.equals(readFileSync(path))).toBe(true);
}

/** Sets the stage for a group of stories: everything once, and nothing remembered from story to story. */
export function setStage<B extends Driven>(start: (site: Site, service: Service) => Promise<B>): Stage<B> {
  const stage = new Stage<B>();
  beforeAll(async () => {
    stage.folder = await mkdtemp(join(tmpdir(), 'pauza-photos-'));
    stage.site = await Site.start();
    stage.service = await Service.prepare();
    await stage.service.start();
    stage.browser = await start(stage.site, stage.service);
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

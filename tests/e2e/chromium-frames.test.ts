/** A person picks a photo in a frame of a listed site, in Chromium. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { FRAMES, layerOf, WINDOW_FRAMES } from './support/frames';
import { describeWith } from './support/needs';
import { pressIn, windowIn } from './support/own-window';
import { photoIn } from './support/photos';
import { expectSame, setStage } from './support/stage';
import { shows } from './support/surface';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

async function pickInFrame(page: Page, path: string): Promise<void> {
  const input = page.frameLocator('iframe').locator('input');
  await input.setInputFiles(path);
}

describe('a pick in a frame in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it.for(FRAMES)('is held: %s', async (kind, test) => {
    shows(test, { kind: 'Frames', name: kind, browser: 'Chromium', layer: layerOf(kind) });
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it('is asked about in the room of the page, whatever lies over the frame', async () => {
    const page = await stage.openComposer('frames.html?kind=same-origin');
    await page.addStyleTag({
      content: `iframe { block-size: 60px; }
        body::after { content: ""; position: fixed; inset: 0; pointer-events: none; box-shadow: inset 0 0 20px; }`,
    });
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), /^Cover and post/);
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it('is no longer asked about once the page takes the frame away', async () => {
    const page = await stage.openComposer('frames.html?kind=same-origin');
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await nudgeOf(page);
    await page.evaluate(() => { document.querySelector('iframe')?.remove(); });
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await stage.expectNothingLeft(page);
    await page.close();
  });

  it.for(WINDOW_FRAMES)('is held and asked about in a window: %s', async (kind, test) => {
    shows(test, { kind: 'Frames', name: kind, browser: 'Chromium', layer: layerOf(kind) });
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await windowIn(page);
    await stage.expectNothingLeft(page);
    await pressIn(nudge, /^Cover and post/);
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });
});

describe('the nudge in a window of its own, in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  async function pickIn(kind: string): Promise<Page> {
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    return page;
  }

  /** By the time of it, whatever had come from another page would have come. */
  async function expectOnlyLater(page: Page): Promise<void> {
    const other = await stage.openComposer();
    await other.setInputFiles('#files', photoIn(stage.folder, 'forest.jpg'));
    expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
    await Promise.all([page.close(), other.close()]);
  }

  it.for([
    ['Cancel', (nudge: Page) => pressIn(nudge, /^Cancel/)],
    ['Esc', (nudge: Page) => nudge.keyboard.press('Escape').catch(() => null)], // gone with the key
    ['closing it', (nudge: Page) => nudge.close()],
  ] as const)('means that nothing is posted: %s', async ([, cancel]) => {
    const page = await pickIn('sandboxed');
    const nudge = await windowIn(page);
    await cancel(nudge);
    await expect.poll(() => nudge.isClosed()).toBe(true);
    await expectOnlyLater(page);
  });

  it.for([
    ['is taken away', (page: Page) => page.evaluate(() => { document.querySelector('iframe')?.remove(); })],
    ['goes to another page', (page: Page) => page.evaluate(() => {
      Object.assign(document.querySelector('iframe') ?? {}, { src: 'about:blank' });
    })],
    ['goes with its tab', (page: Page) => page.close()],
  ] as const)('closes when the frame %s', async ([, leave]) => {
    const page = await pickIn('sandboxed');
    const nudge = await windowIn(page);
    await leave(page);
    await expect.poll(() => nudge.isClosed()).toBe(true);
    await expectOnlyLater(page);
  });

  it('outlives the end of the background', async () => {
    const page = await pickIn('data');
    const nudge = await windowIn(page);
    await stage.browser.endBackground(page);
    await pressIn(nudge, /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('is as small as its card while the person sets the audience on the site', async () => {
    const page = await pickIn('sandboxed');
    const nudge = await windowIn(page);
    const before = await nudge.evaluate(() => outerHeight);
    await nudge.getByRole('button', { name: /^Choose who sees it/ }).click();
    await expect.poll(() => nudge.evaluate(() => outerHeight)).toBeLessThan(before);
    await nudge.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => nudge.evaluate(() => outerHeight)).toBeGreaterThanOrEqual(before);
    await pressIn(nudge, /^Cancel/);
    await page.close();
  });

  it('tells of what could not be checked', async () => {
    await stage.service.stop();
    const page = await pickIn('sandboxed');
    const nudge = await windowIn(page);
    expect(await nudge.getByRole('heading').textContent()).toBe('This photo was not checked.');
    await stage.service.start();
    const asked = nudge.waitForEvent('close');
    await nudge.getByRole('button', { name: /^Try again/ }).click({ noWaitAfter: true });
    await asked;
    await pressIn(await windowIn(page), /^Cover and post/);
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it('asks in the place of a frame of another site that has no room', async () => {
    const page = await stage.openComposer('frames.html?kind=cross-origin');
    await page.addStyleTag({ content: 'iframe { block-size: 283px !important; }' });
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await pressIn(await windowIn(page), /^Cover and post/);
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });
});

describe('a pick in a frame in Chromium without the extension', () => {
  const stage = setStage((site) => Chromium.start(site, { extension: false }));

  it.for([...FRAMES, ...WINDOW_FRAMES])('arrives to the byte: %s', async (kind) => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });
});

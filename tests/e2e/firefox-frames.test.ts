/** A person picks a photo in a frame of a listed site, in Firefox. */
import { expect, it } from 'vitest';
import type { ElementHandle, Page } from 'puppeteer-core';
import { Firefox, firefoxPath, nudgeOf, press } from './support/firefox';
import { FRAMES, layerOf, WINDOW_FRAMES } from './support/frames';
import { describeWith } from './support/needs';
import { firefoxWindowIn } from './support/own-window';
import { photoIn } from './support/photos';
import { expectSame, setStage } from './support/stage';
import { shows } from './support/surface';

const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

async function pickInFrame(page: Page, path: string): Promise<void> {
  const element = await page.waitForSelector('iframe');
  const frame = await element?.contentFrame();
  const input = (await frame?.waitForSelector('input')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

/** The driver does not hear of it by itself. */
async function expectClosed(window: Page): Promise<void> {
  const answers = (): Promise<boolean> => window.evaluate(() => true).catch(() => false);
  await expect.poll(answers, { timeout: 10_000 }).toBe(false);
}

describe('a pick in a frame in Firefox', () => {
  const stage = setStage((site, service) => Firefox.withExtension(site, service));

  it.for(FRAMES)('is held: %s', async (kind, test) => {
    shows(test, { kind: 'Frames', name: kind, browser: 'Firefox', layer: layerOf(kind) });
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it.for(WINDOW_FRAMES)('is held and asked about in a window: %s', async (kind, test) => {
    shows(test, { kind: 'Frames', name: kind, browser: 'Firefox', layer: layerOf(kind) });
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await firefoxWindowIn(page);
    await stage.expectNothingLeft(page);
    await press(nudge.mainFrame(), 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await expectClosed(nudge);
    await page.close();
  });

  it('that is asked about in a window is not posted when that is closed', async () => {
    const page = await stage.openComposer('frames.html?kind=data');
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await (await firefoxWindowIn(page)).close();
    const other = await stage.openComposer(); // whatever came from the frame would have come by the time of this
    const input = (await other.$('#files')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(photoIn(stage.folder, 'forest.jpg'));
    expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
    await Promise.all([page.close(), other.close()]);
  });

  it('that is asked about in a window is no longer once the page takes the frame away', async () => {
    const page = await stage.openComposer('frames.html?kind=sandboxed');
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await firefoxWindowIn(page);
    await page.evaluate(() => { document.querySelector('iframe')?.remove(); });
    await expectClosed(nudge);
    await stage.expectNothingLeft(page);
    await page.close();
  });

  it('is asked about in a window where a frame of another site has no room', async () => {
    const page = await stage.openComposer('frames.html?kind=cross-origin');
    await page.addStyleTag({ content: 'iframe { block-size: 283px !important; }' });
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await press((await firefoxWindowIn(page)).mainFrame(), 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });
});

describe('a pick in a frame in Firefox without the extension', () => {
  const stage = setStage((site) => Firefox.start(site));

  it.for([...FRAMES, ...WINDOW_FRAMES])('arrives to the byte: %s', async (kind) => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });
});

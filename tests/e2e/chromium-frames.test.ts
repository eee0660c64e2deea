/** A person picks a photo in a frame of a listed site, in Chromium. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { FRAMES, layerOf, MUTE, MUTE_FRAMES } from './support/frames';
import { describeWith } from './support/needs';
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

  it.for(MUTE_FRAMES)('is held where nobody can be asked: %s', async (kind, test) => {
    shows(test, { kind: 'Frames', name: kind, browser: 'Chromium', layer: MUTE });
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const other = await stage.openComposer(); // whatever came from the frame would have come by the time of this
    await other.setInputFiles('#files', photoIn(stage.folder, 'forest.jpg'));
    expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
    await Promise.all([page.close(), other.close()]);
  });
});

describe('a pick in a frame in Chromium without the extension', () => {
  const stage = setStage((site) => Chromium.start(site, { extension: false }));

  it.for([...FRAMES, ...MUTE_FRAMES])('arrives to the byte: %s', async (kind) => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });
});

/** A person picks a photo in a frame of a listed site, in Firefox. */
import { expect, it } from 'vitest';
import type { ElementHandle, Page } from 'puppeteer-core';
import { Firefox, firefoxPath, nudgeOf, press } from './support/firefox';
import { FRAMES, layerOf, MUTE, MUTE_FRAMES } from './support/frames';
import { describeWith } from './support/needs';
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

  it.for(MUTE_FRAMES)('is held where nobody can be asked: %s', async (kind, test) => {
    shows(test, { kind: 'Frames', name: kind, browser: 'Firefox', layer: MUTE });
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const other = await stage.openComposer(); // whatever came from the frame would have come by the time of this
    const input = (await other.$('#files')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(photoIn(stage.folder, 'forest.jpg'));
    expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
    await Promise.all([page.close(), other.close()]);
  });
});

describe('a pick in a frame in Firefox without the extension', () => {
  const stage = setStage((site) => Firefox.start(site));

  it.for([...FRAMES, ...MUTE_FRAMES])('arrives to the byte: %s', async (kind) => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer(`frames.html?kind=${kind}`);
    await pickInFrame(page, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });
});

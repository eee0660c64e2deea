/** The browser ends the extension's background, or the service dies, between two steps of a post, in Chromium. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { describeWith } from './support/needs';
import { photoIn } from './support/photos';
import { expectSame, setStage } from './support/stage';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

describe('a post whose background ends', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it('before the pick is asked about all the same', async () => {
    const page = await stage.openComposer();
    await stage.browser.endBackground(page);
    await page.setInputFiles('#files', photoIn(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('while the photo is checked is checked anew', async () => {
    const page = await stage.openComposer();
    await page.setInputFiles('#files', photoIn(stage.folder, 'children-laughing.jpg'));
    await stage.browser.endBackground(page);
    await press(await nudgeOf(page), /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('while the person decides is covered as decided', async () => {
    const page = await stage.openComposer();
    await page.setInputFiles('#files', photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await stage.browser.endBackground(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('after the decision remembers it', async () => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await page.setInputFiles('#files', path);
    await press(await nudgeOf(page), /^Post as it is/);
    await stage.arrivals(1);
    await stage.browser.endBackground(page);
    await page.reload();
    await page.setInputFiles('#files', path);
    expectSame((await stage.arrivals(2))[1], path);
    await page.close();
  });
});

describe('many posts while the service and the background die', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));
  const ROUNDS = 4;
  const AT_ONCE = 10;

  /** Tries again where the person is told of trouble; gives how many photos have come. */
  async function insist(page: Page): Promise<number> {
    const told = page.frames().find((frame) => frame.url().startsWith('chrome-extension://'));
    if (told) await press(told, /^Try again/);
    return stage.site.arrivals.length;
  }

  it('all end decided: none is lost, comes twice or leaves undecided', async () => {
    const names = Array.from({ length: ROUNDS * AT_ONCE }, (_, n) => `${n}.jpg`);
    const paths = names.map((name) => photoIn(stage.folder, 'forest.jpg', name));
    const page = await stage.openComposer();
    for (let round = 0; round < ROUNDS; round++) {
      await page.setInputFiles('#files', paths.slice(round * AT_ONCE, (round + 1) * AT_ONCE));
      await (round % 2 === 0 ? stage.service.stop().then(() => stage.service.start()) : stage.browser.endBackground(page));
      await expect.poll(() => insist(page), { timeout: 30_000 }).toBe((round + 1) * AT_ONCE);
    }
    expect(stage.site.arrivals.map(({ name }) => name)).toEqual(names);
    await page.close();
  });
});

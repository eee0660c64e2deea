/** A person picks photos in a file input of a listed site, in Firefox. */
import { expect, it } from 'vitest';
import type { ElementHandle, Page } from 'puppeteer-core';
import { Firefox, firefoxPath, nudgeOf, press } from './support/firefox';
import { describeWith } from './support/needs';
import { enlarged, hasPhoto, photoIn } from './support/photos';
import { expectSame, setStage } from './support/stage';

const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

const NUDGING = ['children-laughing.jpg', 'mother-daughter.jpg'];
const PASSING = ['women-sofa.jpg', 'forest.jpg', 'barkeeper-24mp.jpg', 'bicycle.heic'].filter(hasPhoto);

async function pick(page: Page, ...paths: string[]): Promise<void> {
  const input = (await page.$('#files')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...paths);
}

describe('a pick in Firefox', () => {
  const stage = setStage((site, service) => Firefox.withExtension(site, service));

  it.each(NUDGING)('of %s is asked about with its faces marked, and covered on demand', async (name) => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, name));
    const nudge = await nudgeOf(page);
    await nudge.waitForSelector('button[aria-label^="Face 1"]');
    await stage.expectNothingLeft(page);
    await press(nudge, 'Cover and post');
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    expect(arrival).toMatchObject({ name, type: 'image/jpeg' });
    await page.close();
  });

  it('is released to the byte when it is posted as it is', async () => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    await press(await nudgeOf(page), 'Post as it is');
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });

  it('never leaves when it is cancelled', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), 'Cancel');
    await pick(page, photoIn(stage.folder, 'forest.jpg')); // whatever came before would have come by now
    expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
    await page.close();
  });

  it.each(PASSING)('of %s passes to the byte, without a question', async (name) => {
    const path = photoIn(stage.folder, name);
    const page = await stage.openComposer();
    await pick(page, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });

  it('of ten photos is one question, and all arrive in their order', async () => {
    const names = ['forest', 'children-laughing', 'dog', 'food', 'mother-daughter', 'women-sofa', 'rabbit', 'cat-chair', 'beach-walk', 'boy-closeup']
      .map((name) => `${name}.jpg`);
    const page = await stage.openComposer();
    await pick(page, ...names.map((name) => photoIn(stage.folder, name)));
    await press(await nudgeOf(page), 'Cover and post');
    const arrivals = await stage.arrivals(10);
    expect(arrivals.map(({ name }) => name)).toEqual(names);
    for (const index of [1, 4, 9]) await stage.expectCovered(arrivals[index]?.bytes);
    await page.close();
  });

  it.skipIf(!hasPhoto('girl-profile.heic'))('of a HEIC photo arrives as an upright JPEG of the new name', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'girl-profile.heic'));
    await press(await nudgeOf(page), 'Cover and post');
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    expect(arrival).toMatchObject({ name: 'girl-profile.jpg', type: 'image/jpeg' });
    const { photo } = await stage.service.analyse(arrival?.bytes);
    expect(photo).toMatchObject({ format: 'jpeg', width: 800, height: 1204 });
    await page.close();
  });

  it.skipIf(!hasPhoto('children-laughing-exif8.jpg'))('of a photo that is stored turned arrives upright and covered', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing-exif8.jpg'));
    await press(await nudgeOf(page), 'Cover and post');
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    const { photo } = await stage.service.analyse(arrival?.bytes);
    expect(photo).toMatchObject({ width: 1200, height: 800 });
    await page.close();
  });

  it.each([[12, 4000, 3000], [24, 6000, 4000]])('of %i megapixels arrives covered and as large', async (_, width, height) => {
    const page = await stage.openComposer();
    await pick(page, enlarged(stage.folder, 'children-laughing.jpg', width, height));
    await press(await nudgeOf(page), 'Cover and post');
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    expect((await stage.service.analyse(arrival?.bytes)).photo).toMatchObject({ width, height });
    await page.close();
  });

  it('while the service is down is told, and released only by the person', async () => {
    await stage.service.stop();
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    const told = await nudgeOf(page);
    await told.waitForSelector('::-p-text(does not answer)');
    await stage.expectNothingLeft(page);
    await press(told, 'Post unchecked');
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
    await stage.service.start();
  });
});

describe('a pick in Firefox before the service allows it', () => {
  const stage = setStage((site, service) => Firefox.withStrangeExtension(site, service));

  it('is told with the command to run, and checked once it was run', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const told = await nudgeOf(page);
    const origin = await stage.browser.origin();
    await told.waitForSelector(`::-p-text(pauza allow ${origin})`);
    await stage.expectNothingLeft(page);
    stage.service.allow(origin);
    await press(told, 'Try again');
    await press(await nudgeOf(page), 'Cover and post');
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });
});

describe('a pick in Firefox without the extension', () => {
  const stage = setStage((site) => Firefox.start(site));

  it.each([...NUDGING, ...PASSING])('of %s arrives to the byte', async (name) => {
    const path = photoIn(stage.folder, name);
    const page = await stage.openComposer();
    await pick(page, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });
});

/** A person picks photos in a file input of a listed site, in Chromium. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press, spokenIn } from './support/chromium';
import { describeWith } from './support/needs';
import { animated, enlarged, hasPhoto, MARKER, photoIn, withPlace } from './support/photos';
import { expectSame, setStage } from './support/stage';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

const NUDGING = ['children-laughing.jpg', 'mother-daughter.jpg'];
const PASSING = ['women-sofa.jpg', 'forest.jpg', 'barkeeper-24mp.jpg', 'bicycle.heic'].filter(hasPhoto);
const FACES = { name: /^Face \d/ };

const pick = (page: Page, ...paths: string[]): Promise<void> => page.setInputFiles('#files', paths);

describe('a pick in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it.each(NUDGING)('of %s is asked about with its faces marked, and covered on demand', async (name) => {
    const path = photoIn(stage.folder, name);
    const page = await stage.openComposer();
    await pick(page, path);
    const nudge = await nudgeOf(page);
    expect(await nudge.getByRole('button', FACES).count()).toBeGreaterThan(0);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    expect(arrival).toMatchObject({ name, type: 'image/jpeg', lastModified: Math.trunc(statSync(path).mtimeMs) });
    await page.close();
  });

  it('is released to the byte when it is posted as it is', async () => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    await press(await nudgeOf(page), /^Post as it is/);
    const [arrival] = await stage.arrivals(1);
    expectSame(arrival, path);
    await page.close();
  });

  it('loses its hidden data and keeps its picture when it is posted without them', async () => {
    const path = withPlace(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    await press(await nudgeOf(page), /^Post without the hidden data/);
    const [arrival] = await stage.arrivals(1);
    expect(arrival?.bytes.includes(MARKER)).toBe(false);
    expect(await stage.service.analyse(arrival?.bytes)).toMatchObject({ nudge: true, hidden: [] });
    await page.close();
  });

  it('of an animation leaves as a still picture, and says so', async () => {
    const page = await stage.openComposer();
    await pick(page, animated(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), /^Cover and post/);
    const [arrival] = await stage.arrivals(1);
    expect(arrival).toMatchObject({ name: 'children-laughing.jpg.png', type: 'image/png' });
    await stage.expectCovered(arrival?.bytes);
    await expect.poll(() => spokenIn(page)).toContain('The site gets a still picture.');
    await page.close();
  });

  it('is released to the byte after the audience was set on the site', async () => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    const nudge = await nudgeOf(page);
    await press(nudge, /^Choose who sees it/);
    await nudge.getByText('press the audience button under your name').waitFor();
    await page.getByRole('heading', { name: 'What is new?' }).click(); // the page is in reach
    await stage.expectNothingLeft(page);
    await press(nudge, /^I have set it, post/);
    const [arrival] = await stage.arrivals(1);
    expectSame(arrival, path);
    await page.close();
  });

  it.each([
    ['the button', (nudge: Frame) => press(nudge, /^Cancel/)],
    // its frame may be gone before the driver hears of the key
    ['Esc', (_: Frame, page: Page) => { page.keyboard.press('Escape').catch(() => null); }],
  ])('never leaves when it is cancelled by %s, and can be made again', async (_, cancel) => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await cancel(await nudgeOf(page), page);
    await expect.poll(() => page.frames().length).toBe(1);
    await stage.expectNothingLeft(page);
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), /^Cover and post/);
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    await page.close();
  });

  it.each(PASSING)('of %s passes to the byte, without a question', async (name) => {
    const path = photoIn(stage.folder, name);
    const page = await stage.openComposer();
    await pick(page, path);
    const [arrival] = await stage.arrivals(1);
    expectSame(arrival, path);
    await expect.poll(() => page.frames().length).toBe(1);
    await page.close();
  });

  it('of ten photos is one question, and all arrive in their order', async () => {
    const names = ['forest', 'children-laughing', 'dog', 'food', 'mother-daughter', 'women-sofa', 'rabbit', 'cat-chair', 'beach-walk', 'boy-closeup'];
    const paths = names.map((name) => photoIn(stage.folder, `${name}.jpg`));
    const page = await stage.openComposer();
    await pick(page, ...paths);
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    const arrivals = await stage.arrivals(10);
    expect(arrivals.map(({ name }) => name)).toEqual(names.map((name) => `${name}.jpg`));
    for (const [index, arrival] of arrivals.entries()) {
      if (['children-laughing', 'mother-daughter', 'boy-closeup'].includes(names[index] ?? '')) await stage.expectCovered(arrival?.bytes);
      else expectSame(arrival, paths[index] ?? '');
    }
    await page.close();
  });

  it.skipIf(!hasPhoto('children-laughing-exif8.jpg'))('of a photo that is stored turned arrives upright and covered', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing-exif8.jpg'));
    await press(await nudgeOf(page), /^Cover and post/);
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    const { photo } = await stage.service.analyse(arrival?.bytes);
    expect(photo).toMatchObject({ width: 1200, height: 800 });
    await page.close();
  });

  it.skipIf(!hasPhoto('girl-profile.heic'))('of a HEIC photo arrives as a JPEG of the new name', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'girl-profile.heic'));
    await press(await nudgeOf(page), /^Cover and post/);
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    expect(arrival).toMatchObject({ name: 'girl-profile.jpg', type: 'image/jpeg' });
    const { photo } = await stage.service.analyse(arrival?.bytes);
    expect(photo).toMatchObject({ format: 'jpeg', width: 800, height: 1204 });
    await page.close();
  });

  it.each([[12, 4000, 3000], [24, 6000, 4000]])('of %i megapixels arrives covered and as large', async (_, width, height) => {
    const page = await stage.openComposer();
    await pick(page, enlarged(stage.folder, 'children-laughing.jpg', width, height));
    await press(await nudgeOf(page), /^Cover and post/);
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    const { photo } = await stage.service.analyse(arrival?.bytes);
    expect(photo).toMatchObject({ width, height });
    await page.close();
  });

  it('keeps a video between two photos untouched and in its place', async () => {
    const video = join(stage.folder, 'clip.mp4');
    writeFileSync(video, Buffer.from('\0\0\0\x20ftypisom no more than the head of a video', 'latin1'));
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'), video, photoIn(stage.folder, 'forest.jpg'));
    await press(await nudgeOf(page), /^Cover and post/);
    const arrivals = await stage.arrivals(3);
    expect(arrivals.map(({ name }) => name)).toEqual(['children-laughing.jpg', 'clip.mp4', 'forest.jpg']);
    expectSame(arrivals[1], video);
    await page.close();
  });

  it('of a video alone passes at once', async () => {
    const video = join(stage.folder, 'clip.mp4');
    writeFileSync(video, 'no picture');
    const page = await stage.openComposer();
    await pick(page, video);
    expect((await stage.arrivals(1))[0]?.name).toBe('clip.mp4');
    await page.close();
  });

  it('made while one is held comes after it', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await pick(page, photoIn(stage.folder, 'forest.jpg'));
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    const arrivals = await stage.arrivals(2);
    expect(arrivals.map(({ name }) => name)).toEqual(['children-laughing.jpg', 'forest.jpg']);
    await page.close();
  });

  it('makes a form that is sent meanwhile wait for it', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await page.evaluate('document.querySelector("#form button").click()');
    await press(await nudgeOf(page), /^Post as it is/);
    await page.getByText('sent with children-laughing.jpg').waitFor();
    await page.close();
  });

  it('is dropped when the page goes away', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await nudgeOf(page);
    await page.goto(stage.site.url('composer.html?again'));
    await stage.expectNothingLeft(page);
    await page.close();
  });

  it('on a site that is switched off passes at once', async () => {
    await stage.browser.switchOff('facebook');
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    const [arrival] = await stage.arrivals(1);
    expectSame(arrival, path);
    await stage.browser.switchOff();
    await page.close();
  });
});

describe('beside the sites, in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it('the practice page of the service shows what a site would get', async () => {
    const page = await stage.browser.open(`http://127.0.0.1:${stage.service.port}/practice`);
    await page.setInputFiles('input[type=file]', photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    expect(await page.locator('#received li').count()).toBe(0);
    await press(nudge, /^Cover and post/);
    await page.locator('#received').getByText('children-laughing.jpg').waitFor();
    await page.close();
  });
});

describe('a photo that is met again on the site', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it('is covered again as it was, without a question; so is the redaction let pass', async () => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    await press(await nudgeOf(page), /^Cover and post/);
    await stage.arrivals(1);
    await pick(page, path);
    const [first, second] = await stage.arrivals(2);
    expect(second?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true);
    const own = join(stage.folder, 'own.jpg');
    writeFileSync(own, first?.bytes ?? '');
    await pick(page, own);
    const [, , third] = await stage.arrivals(3);
    expectSame(third, own);
    await page.close();
  });

  it('passes again where it was posted as it is', async () => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    await press(await nudgeOf(page), /^Post as it is/);
    await stage.arrivals(1);
    await page.reload(); // the same file in the same input is no new pick to Chromium
    await pick(page, path);
    const [, second] = await stage.arrivals(2);
    expectSame(second, path);
    await page.close();
  });
});

describe('a pick in Chromium without the extension', () => {
  const stage = setStage((site) => Chromium.start(site, { extension: false }));

  it.each([...NUDGING, ...PASSING, 'children-laughing-exif8.jpg', 'girl-profile.heic'].filter(hasPhoto))('of %s arrives to the byte', async (name) => {
    const path = photoIn(stage.folder, name);
    const page = await stage.openComposer();
    await pick(page, path);
    const [arrival] = await stage.arrivals(1);
    expectSame(arrival, path);
    await page.close();
  });
});

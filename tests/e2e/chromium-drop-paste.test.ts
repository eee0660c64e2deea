/** A person drops photos on a listed site or pastes them there, in Chromium. */
import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { copy, drop, paste } from './support/hands';
import { describeWith } from './support/needs';
import { asPng, photoIn } from './support/photos';
import { expectSame, setStage } from './support/stage';
import { shows, type Surface } from './support/surface';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

const surface = (kind: Surface['kind'], name: string): Surface => ({ kind, name, browser: 'Chromium', layer: 'window' });

const zone = (page: Page): ReturnType<Page['locator']> => page.locator('#zone');

describe('a drop in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it.each(['children-laughing.jpg', 'mother-daughter.jpg'])('of %s is asked about, and covered on demand', async (name) => {
    const page = await stage.openComposer();
    await drop(page, zone(page), photoIn(stage.folder, name));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    expect(arrival?.name).toBe(name);
    await page.close();
  });

  it('is released to the byte when it is posted as it is', async (test) => {
    shows(test, surface('Drops', 'a zone that reads files'));
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await drop(page, zone(page), path);
    await press(await nudgeOf(page), /^Post as it is/);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });

  it('never leaves when it is cancelled', async () => {
    const page = await stage.openComposer();
    await drop(page, zone(page), photoIn(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), /^Cancel/);
    await drop(page, zone(page), photoIn(stage.folder, 'forest.jpg')); // whatever came before would have come by now
    expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
    await page.close();
  });

  it.each(['women-sofa.jpg', 'forest.jpg'])('of %s passes to the byte, without a question', async (name) => {
    const path = photoIn(stage.folder, name);
    const page = await stage.openComposer();
    await drop(page, zone(page), path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });

  it('of several files keeps their order', async () => {
    const names = ['forest.jpg', 'children-laughing.jpg', 'dog.jpg'];
    const page = await stage.openComposer();
    await drop(page, zone(page), ...names.map((name) => photoIn(stage.folder, name)));
    await press(await nudgeOf(page), /^Cover and post/);
    expect((await stage.arrivals(3)).map(({ name }) => name)).toEqual(names);
    await page.close();
  });

  it('puts the overlay of the page away while it is held, and after', async () => {
    const page = await stage.openComposer();
    await drop(page, zone(page), photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    expect(await page.locator('#overlay').isHidden()).toBe(true);
    await press(nudge, /^Cover and post/);
    await stage.arrivals(1);
    expect(await page.locator('#overlay').isHidden()).toBe(true);
    await page.close();
  });

  it('on a file input becomes a pick, as the browser would make it', async (test) => {
    shows(test, surface('Drops', 'a file input'));
    const page = await stage.openComposer();
    await drop(page, page.locator('#files'), photoIn(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('on a receiver that the page shows only for a drag finds it again', async (test) => {
    shows(test, surface('Drops', 'a zone that is there only during a drag'));
    const page = await stage.openComposer('late-zone.html');
    await drop(page, page.locator('body'), photoIn(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });
});

describe('a paste in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));
  let children: Buffer;
  beforeAll(() => { children = asPng('children-laughing.jpg'); });

  it('into the page is asked about, and covered on demand', async (test) => {
    shows(test, surface('Pastes', 'into the page'));
    const page = await stage.openComposer();
    await copy(page, children);
    await page.locator('h1').click();
    await paste(page);
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    const [arrival] = await stage.arrivals(1);
    await stage.expectCovered(arrival?.bytes);
    expect(arrival).toMatchObject({ name: 'image.png', type: 'image/png' });
    await page.close();
  });

  it('never leaves when it is cancelled', async () => {
    const page = await stage.openComposer();
    await copy(page, children);
    await page.locator('h1').click();
    await paste(page);
    await press(await nudgeOf(page), /^Cancel/);
    await drop(page, zone(page), photoIn(stage.folder, 'forest.jpg'));
    expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
    await page.close();
  });

  it('of a photo that does not nudge passes', async () => {
    const page = await stage.openComposer();
    await copy(page, asPng('forest.jpg'));
    await page.locator('h1').click();
    await paste(page);
    expect((await stage.arrivals(1))[0]?.name).toBe('image.png');
    await page.close();
  });

  it('into an editor puts the covered picture there, where the caret was', async (test) => {
    shows(test, surface('Pastes', 'into an editor'));
    const page = await stage.openComposer();
    await copy(page, children);
    await page.locator('#editor').click();
    await page.keyboard.type('before after');
    for (let n = 0; n < 'after'.length; n++) await page.keyboard.press('ArrowLeft');
    await paste(page);
    const nudge = await nudgeOf(page);
    expect(await page.locator('#editor img').count()).toBe(0);
    await press(nudge, /^Cover and post/);
    const picture = page.locator('#editor img');
    await picture.waitFor();
    expect(await page.locator('#editor').innerHTML()).toMatch(/^before(&nbsp;| )<img src="data:image\/png;base64,[^"]+">after$/);
    const bytes = Buffer.from((await picture.getAttribute('src'))?.split(',')[1] ?? '', 'base64');
    await stage.expectCovered(bytes);
    await page.close();
  });

  it('of a picture with HTML beside it puts the HTML into an editor, without its scripts', async () => {
    const page = await stage.openComposer();
    await copy(page, asPng('forest.jpg'), '<b onclick="alert(1)">A walk</b>');
    await page.locator('#editor').click();
    await paste(page);
    await expect.poll(() => page.locator('#editor').innerHTML()).toMatch(/<b[^>]*>A walk<\/b>/);
    expect(await page.locator('#editor [onclick]').count()).toBe(0);
    await page.close();
  });

  it('of a covered picture leaves the HTML out, which may carry the original', async () => {
    const page = await stage.openComposer();
    await copy(page, children, `<img alt="original" src="data:image/png;base64,${asPng('dog.jpg').toString('base64')}">`);
    await page.locator('#editor').click();
    await paste(page);
    await press(await nudgeOf(page), /^Cover and post/);
    await page.locator('#editor img').waitFor();
    expect(await page.locator('#editor img[alt=original]').count()).toBe(0);
    await page.close();
  });
});

describe('a drop and a paste in Chromium without the extension', () => {
  const stage = setStage((site) => Chromium.start(site, { extension: false }));

  it('arrive to the byte when dropped', async () => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await drop(page, zone(page), path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });

  it('arrive uncovered when pasted', async () => {
    const page = await stage.openComposer();
    await copy(page, asPng('children-laughing.jpg'));
    await page.locator('h1').click();
    await paste(page);
    const [arrival] = await stage.arrivals(1);
    expect((await stage.service.analyse(arrival?.bytes)).nudge).toBe(true);
    await page.close();
  });
});

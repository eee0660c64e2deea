/** Drops beside the usual ones, in Chromium: a picture that the page shows, a text field, a place that takes none. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chromiumPath } from './support/chromium';
import { inChromium } from './support/chromium-person';
import { describeWith } from './support/needs';
import { bytesOf, photoIn } from './support/photos';
import { setStage } from './support/stage';
import { shows } from './support/surface';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

async function dragPicture(page: Page, target: string): Promise<void> {
  await page.evaluate(async (bytes) => {
    const picture = Object.assign(document.createElement('img'), { width: 100, height: 100 });
    picture.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }));
    document.body.append(picture);
    await picture.decode();
  }, [...bytesOf('children-laughing.jpg')]);
  const [from, to] = [await middleOf(page, 'img'), await middleOf(page, target)];
  // Not by the driver's own mouse: it carries no files along.
  const mouse = await page.context().newCDPSession(page);
  const move = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Spot): Promise<unknown> =>
    mouse.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 });
  await move('mousePressed', from);
  for (let step = 1; step <= 10; step++) {
    await move('mouseMoved', [from[0] + (to[0] - from[0]) * step / 10, from[1] + (to[1] - from[1]) * step / 10]);
  }
  await move('mouseReleased', to);
  await mouse.detach();
}

type Spot = readonly [number, number];

async function middleOf(page: Page, selector: string): Promise<Spot> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** A listener for drops that counts what it can read. */
const LISTEN = 'addEventListener("drop", ({ dataTransfer: { files } }) => send(files))';

/** What the browser itself opened: a photo from the disk, in a tab of its own. */
const openedFiles = (page: Page): number => page.context().pages().filter((one) => one.url().startsWith('file:')).length;

describe('a drop in Chromium', () => {
  const stage = setStage(inChromium.withExtension);
  const children = (): string => photoIn(stage.folder, 'children-laughing.jpg');

  it('of a picture of the page is asked about, and covered on demand', async (test) => {
    shows(test, { kind: 'Drops', name: 'a picture of the page', browser: 'Chromium', layer: 'window' });
    const page = await stage.openComposer();
    await dragPicture(page, '#zone');
    await inChromium.isAsked(page);
    await stage.expectNothingLeft(page);
    await inChromium.press(page, 'Cover and post');
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('on a text field is asked about, for the page may listen there', async (test) => {
    shows(test, { kind: 'Drops', name: 'a text field', browser: 'Chromium', layer: 'window' });
    const page = await stage.openComposer();
    await page.evaluate(`document.body.prepend(document.createElement("textarea")); ${LISTEN}`);
    await inChromium.drop(page, 'textarea', children());
    await inChromium.isAsked(page);
    await stage.expectNothingLeft(page);
    await inChromium.press(page, 'Cover and post');
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('on what takes none is opened by the browser in a tab, and reaches no listener', async () => {
    const page = await stage.openComposer();
    await page.evaluate(LISTEN);
    await inChromium.drop(page, 'h1', children());
    await expect.poll(() => openedFiles(page)).toBe(1);
    await stage.expectNothingLeft(page);
    await page.close();
  });
});

describe('the same in Chromium without the extension', () => {
  const stage = setStage(inChromium.withoutExtension);

  it('arrives uncovered: a picture of the page', async () => {
    const page = await stage.openComposer();
    await dragPicture(page, '#zone');
    expect((await stage.service.analyse((await stage.arrivals(1))[0]?.bytes)).nudge).toBe(true);
    await page.close();
  });

  it('arrives uncovered: on a text field', async () => {
    const page = await stage.openComposer();
    await page.evaluate(`document.body.prepend(document.createElement("textarea")); ${LISTEN}`);
    await inChromium.drop(page, 'textarea', photoIn(stage.folder, 'children-laughing.jpg'));
    expect((await stage.service.analyse((await stage.arrivals(1))[0]?.bytes)).nudge).toBe(true);
    await page.close();
  });
});

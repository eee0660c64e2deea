/** A person gives a photo to real upload front ends, in Chromium. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { FRONT_ENDS, setFrontEnds, type FrontEnd } from './support/front-ends';
import { copy, drop, paste } from './support/hands';
import { describeWith } from './support/needs';
import { asPng, photoIn } from './support/photos';
import { expectSame } from './support/stage';
import { shows } from './support/surface';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

const children = 'children-laughing.jpg';

/** One way of a front end to get a photo. */
interface Way extends Pick<FrontEnd, 'name' | 'page' | 'layer' | 'redraws'> {
  give(page: Page, path: string): Promise<void>;
}

const WAYS: readonly Way[] = FRONT_ENDS.flatMap(({ name, page, redraws, picker, zone, layer }) => [
  ...(picker === null ? [] : [{ name: `${name}: pick`, page, redraws, layer, give: pickBy(picker) }]),
  { name: `${name}: drop`, page, redraws, layer: 'window', give: dropOn(zone) },
]);

function pickBy(picker: string): Way['give'] {
  return async (page, path) => {
    const opened = page.waitForEvent('filechooser');
    await page.locator(picker).click();
    await (await opened).setFiles(path);
  };
}

function dropOn(zone: string): Way['give'] {
  return (page, path) => drop(page, page.locator(zone), path);
}

describe('a front end in Chromium', () => {
  const stage = setFrontEnds((site, service) => Chromium.withExtension(site, service));

  it.for(WAYS)('sends the covered photo alone. $name', async ({ name, page: address, layer, redraws, give }, test) => {
    shows(test, { kind: 'Front ends', name, browser: 'Chromium', layer });
    const page = await stage.openComposer(`${address}.html`);
    await give(page, photoIn(stage.folder, children));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    const arrivals = await stage.arrivals(1);
    if (redraws) await stage.expectCovered(arrivals[0]?.bytes);
    else stage.expectChanged(arrivals);
    await page.close();
  });

  it('sends the covered picture alone. Tiptap: paste', async (test) => {
    shows(test, { kind: 'Front ends', name: 'Tiptap: paste', browser: 'Chromium', layer: 'window' });
    const page = await stage.openComposer('tiptap.html');
    await copy(page, asPng(children));
    await page.locator('.tiptap').click();
    await paste(page);
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });
});

describe('a front end in Chromium without the extension', () => {
  const stage = setFrontEnds((site) => Chromium.start(site, { extension: false }));

  it.for(WAYS)('sends the original. $name', async ({ page: address, redraws, give }) => {
    const path = photoIn(stage.folder, children);
    const page = await stage.openComposer(`${address}.html`);
    await give(page, path);
    const [arrival] = await stage.arrivals(1);
    expect(await page.evaluate('window.seen')).not.toBe(0);
    if (redraws) expect((await stage.service.analyse(arrival?.bytes)).nudge).toBe(true);
    else expectSame(arrival, path);
    await page.close();
  });

  it('sends the original. Tiptap: paste', async () => {
    const page = await stage.openComposer('tiptap.html');
    await copy(page, asPng(children));
    await page.locator('.tiptap').click();
    await paste(page);
    expect((await stage.service.analyse((await stage.arrivals(1))[0]?.bytes)).nudge).toBe(true);
    await page.close();
  });
});

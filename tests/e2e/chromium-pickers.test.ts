/** A person picks a photo in every way in which a page can open a picker, in Chromium. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { describeWith } from './support/needs';
import { photoIn } from './support/photos';
import { PICKERS } from './support/pickers';
import { expectSame, setStage } from './support/stage';
import { shows } from './support/surface';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

async function pickBy(page: Page, id: string, path: string): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page.locator(`#${id}`).click();
  await (await opened).setFiles(path);
}

describe('a pick in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it.for(PICKERS)('is held: $name', async ({ id, name, layer }, test) => {
    shows(test, { kind: 'File inputs', name, browser: 'Chromium', layer });
    const page = await stage.openComposer('pickers.html');
    await pickBy(page, id, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it('of a folder is one question, and every photo keeps its path', async (test) => {
    shows(test, { kind: 'File inputs', name: 'a folder (webkitdirectory)', browser: 'Chromium', layer: 'window' });
    mkdirSync(join(stage.folder, 'album/day 1'), { recursive: true });
    photoIn(join(stage.folder, 'album'), 'forest.jpg');
    photoIn(join(stage.folder, 'album/day 1'), 'children-laughing.jpg');
    const page = await stage.openComposer('pickers.html');
    const picked = page.setInputFiles('#folder', join(stage.folder, 'album')); // waits until the page hears of it
    await press(await nudgeOf(page), /^Cover and post/);
    await picked;
    const arrivals = await stage.arrivals(2);
    const paths = arrivals.map(({ path }) => path);
    expect(paths.toSorted()).toEqual(['album/day 1/children-laughing.jpg', 'album/forest.jpg']);
    await stage.expectCovered(arrivals[paths.indexOf('album/day 1/children-laughing.jpg')]?.bytes);
    await page.close();
  });
});

describe('a pick in Chromium without the extension', () => {
  const stage = setStage((site) => Chromium.start(site, { extension: false }));

  it.for(PICKERS)('arrives to the byte: $name', async ({ id }) => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer('pickers.html');
    await pickBy(page, id, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });
});

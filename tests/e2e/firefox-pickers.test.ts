/** A person picks a photo in every way in which a page can open a picker, in Firefox. */
import { it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { Firefox, firefoxPath, nudgeOf, press } from './support/firefox';
import { describeWith } from './support/needs';
import { photoIn } from './support/photos';
import { PICKERS } from './support/pickers';
import { expectSame, setStage } from './support/stage';
import { shows } from './support/surface';

const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

const OPENING = PICKERS.filter(({ except }) => except !== 'Firefox');

async function pickBy(page: Page, id: string, path: string): Promise<void> {
  const opened = page.waitForFileChooser();
  await page.click(`#${id}`);
  await (await opened).accept([path]);
}

describe('a pick in Firefox', () => {
  const stage = setStage((site, service) => Firefox.withExtension(site, service));

  it.for(OPENING)('is held: $name', async ({ id, name, layer }, test) => {
    shows(test, { kind: 'File inputs', name, browser: 'Firefox', layer });
    const page = await stage.openComposer('pickers.html');
    await pickBy(page, id, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });
});

describe('a pick in Firefox without the extension', () => {
  const stage = setStage((site) => Firefox.start(site));

  it.for(OPENING)('arrives to the byte: $name', async ({ id }) => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer('pickers.html');
    await pickBy(page, id, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });
});

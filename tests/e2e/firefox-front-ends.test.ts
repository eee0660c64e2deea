/** A person picks a photo in real upload front ends, in Firefox. */
import { expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { Firefox, firefoxPath, nudgeOf, press } from './support/firefox';
import { FRONT_ENDS, PAGES, setFrontEnds } from './support/front-ends';
import { describeWith } from './support/needs';
import { photoIn } from './support/photos';
import { expectSame } from './support/stage';
import { shows } from './support/surface';

const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

const PICKED = FRONT_ENDS.flatMap(({ picker, ...rest }) => (picker === undefined ? [] : [{ ...rest, picker }]));

async function pickBy(page: Page, picker: string, path: string): Promise<void> {
  await page.waitForSelector(picker);
  const opened = page.waitForFileChooser();
  await page.click(picker);
  await (await opened).accept([path]);
}

describe('a front end in Firefox', () => {
  const stage = setFrontEnds((site, service) => Firefox.withExtension(site, service), PAGES);

  it.for(PICKED)('sends the covered photo alone: $name', async ({ name, page: address, layer, redraws, picker }, test) => {
    shows(test, { kind: 'Front ends', name: `${name}: pick`, browser: 'Firefox', layer });
    const page = await stage.openComposer(`${address}.html`);
    await pickBy(page, picker, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, 'Cover and post');
    const arrivals = await stage.arrivals(1);
    if (redraws) await stage.expectCovered(arrivals[0]?.bytes);
    else stage.expectChanged(arrivals);
    await page.close();
  });
});

describe('a front end in Firefox without the extension', () => {
  const stage = setFrontEnds((site) => Firefox.start(site), PAGES);

  it.for(PICKED)('sends the original: $name', async ({ page: address, redraws, picker }) => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer(`${address}.html`);
    await pickBy(page, picker, path);
    const [arrival] = await stage.arrivals(1);
    expect(await page.evaluate('window.seen')).not.toBe(0);
    if (redraws) expect((await stage.service.analyse(arrival?.bytes)).nudge).toBe(true);
    else expectSame(arrival, path);
    await page.close();
  });
});

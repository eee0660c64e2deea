/** The browser ends the extension's background, or the service dies, between two steps of a post, in Chromium. */
import { it } from 'vitest';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { postMany, randomFrom } from './support/many-posts';
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
  const seed = process.env['PAUZA_SEED'] ?? String(Date.now());

  it(`all end decided: none is lost, comes twice or leaves undecided (PAUZA_SEED=${seed})`, async () => {
    await postMany(stage, 4, randomFrom(seed));
  }, 180_000);
});

/** A person drops photos on a listed site or pastes them there, in Chromium. */
import { expect, it } from 'vitest';
import { chromiumPath, nudgeOf, press } from './support/chromium';
import { inChromium } from './support/chromium-person';
import { tellOfDrops } from './support/drop-stories';
import { copy, drop, paste } from './support/hands';
import { describeWith } from './support/needs';
import { tellOfPastes } from './support/paste-stories';
import { asPng, photoIn } from './support/photos';
import { setStage } from './support/stage';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

const children = 'children-laughing.jpg';

describe('Chromium', () => {
  tellOfDrops(inChromium, ['entries', 'handles']);
  tellOfPastes(inChromium);
});

describe('further drops in Chromium', () => {
  const stage = setStage(inChromium.withExtension);

  it('puts the overlay of the page away while it is held, and after', async () => {
    const page = await stage.openComposer();
    await drop(page, page.locator('#zone'), photoIn(stage.folder, children));
    const nudge = await nudgeOf(page);
    expect(await page.locator('#overlay').isHidden()).toBe(true);
    await press(nudge, /^Cover and post/);
    await stage.arrivals(1);
    expect(await page.locator('#overlay').isHidden()).toBe(true);
    await page.close();
  });
});

describe('further pastes in Chromium', () => {
  const stage = setStage(inChromium.withExtension);

  it('of a photo that does not nudge passes', async () => {
    const page = await stage.openComposer();
    await copy(page, asPng('forest.jpg'));
    await page.locator('h1').click();
    await paste(page);
    expect((await stage.arrivals(1))[0]?.name).toBe('image.png');
    await page.close();
  });

  it('into an editor puts the covered picture there, where the caret was', async () => {
    const page = await stage.openComposer();
    await copy(page, asPng(children));
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
    await expect.poll(() => page.locator('#editor').innerHTML(), { timeout: 10_000 }).toMatch(/<b[^>]*>A walk<\/b>/);
    expect(await page.locator('#editor [onclick]').count()).toBe(0);
    await page.close();
  });

  it('of a covered picture leaves the HTML out, which may carry the original', async () => {
    const page = await stage.openComposer();
    await copy(page, asPng(children), `<img alt="original" src="data:image/png;base64,${asPng('dog.jpg').toString('base64')}">`);
    await page.locator('#editor').click();
    await paste(page);
    await press(await nudgeOf(page), /^Cover and post/);
    await page.locator('#editor img').waitFor();
    expect(await page.locator('#editor img[alt=original]').count()).toBe(0);
    await page.close();
  });
});

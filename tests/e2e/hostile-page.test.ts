/** A page attacks the gate: what it tries, and how it ends. */
import { expect, it } from 'vitest';
import { chromiumPath } from './support/chromium';
import { inChromium } from './support/chromium-person';
import { firefoxPath } from './support/firefox';
import { inFirefox } from './support/firefox-person';
import { tellOfAttacks, tellOfTricks } from './support/hostile-stories';
import { describeWith } from './support/needs';
import { asPng, photoIn } from './support/photos';
import { spyOnAll } from './support/spies';
import { setStage } from './support/stage';
import { standIn } from './support/stand-in';

const children = 'children-laughing.jpg';

describeWith('Firefox', firefoxPath, 'firefox-mv3')('a page in Firefox', () => {
  const stage = setStage(inFirefox.withExtension);
  tellOfAttacks(inFirefox, stage);
  tellOfTricks(inFirefox, stage);
});

describeWith('Chromium', chromiumPath, 'chrome-mv3')('a page in Chromium', () => {
  const stage = setStage(inChromium.withExtension);
  tellOfAttacks(inChromium, stage);

  it('that changes what every object does finds no original on its way through the page’s world', async () => {
    const page = await stage.openComposer('readers.html');
    await standIn(page, children);
    await page.evaluate(spyOnAll);
    await page.locator('#file-picker').click();
    await inChromium.isAsked(page);
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.close();
  });

  it('that does so finds none of the clipboard', async () => {
    const page = await stage.openComposer('readers.html');
    await page.evaluate(spyOnAll);
    await inChromium.letRead(page, '#clipboard', asPng(children));
    await inChromium.isAsked(page);
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.close();
  });

  it('that prepares the window of a frame reads what is picked there: this is not held', async () => {
    const page = await stage.openComposer('hostile.html');
    await page.evaluate(() => {
      const frame = Object.assign(document.createElement('iframe'), { src: 'framed.html' });
      document.body.append(frame);
      frame.contentWindow?.addEventListener('input', (event) => {
        Object.assign(window, { seen: (event.target as HTMLInputElement).files?.length });
      }, true);
    });
    await page.frameLocator('iframe').locator('input').setInputFiles(photoIn(stage.folder, children));
    await expect.poll(() => page.evaluate('window.seen')).toBe(1);
    await page.close();
  });
});

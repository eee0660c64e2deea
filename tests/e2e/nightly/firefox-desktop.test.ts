/** A person drags photos into a page and pastes them there, in Firefox: by a real mouse and keyboard. */
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desktop, desktopIsHere, type Spot } from '../support/desktop';
import { Firefox, firefoxPath, nudgeOf, press } from '../support/firefox';
import { describeWith } from '../support/needs';
import { asPng, photoIn } from '../support/photos';
import { expectSame, setStage, type Stage } from '../support/stage';
import { shows } from '../support/surface';

const inFirefox = describeWith('Firefox', firefoxPath, 'firefox-mv3');
const describe = desktopIsHere ? inFirefox : inFirefox.skip;
if (!desktopIsHere) {
  console.warn('TESTS WITH A DESKTOP LEFT OUT: Xvfb, openbox, xdotool, xclip or GTK 3 for the system’s Python (python3-gi) not found.');
}

const surface = (name: string) => ({ kind: 'By a real mouse and keyboard', name, browser: 'Firefox', layer: 'window' } as const);

/** Where an element of the page is on the screen. */
function spotOf(page: Page, selector: string): Promise<Spot> {
  return page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { mozInnerScreenX: left, mozInnerScreenY: top } = window as unknown as Record<'mozInnerScreenX' | 'mozInnerScreenY', number>;
    return [Math.round(left + x + width / 2), Math.round(top + y + height / 2)] as const;
  });
}

/** The bytes of the picture that an editor got. */
async function pictureIn(page: Page): Promise<Buffer> {
  const picture = await page.waitForSelector('#editor img', { timeout: 30_000 });
  const address = await picture?.evaluate(({ src }) => src);
  return Buffer.from(address?.split(',')[1] ?? '', 'base64');
}

describe('on a desktop, in Firefox', () => {
  let desktop: Desktop;
  beforeAll(async () => { desktop = await Desktop.start(); });
  afterAll(() => { desktop?.stop(); }); // none where the start failed

  const dragTo = async (page: Page, selector: string, ...paths: string[]): Promise<void> => {
    await page.bringToFront();
    await desktop.drag(paths, await spotOf(page, selector));
  };

  describe('a drop', () => {
    const stage: Stage<Firefox> = setStage((site, service) => Firefox.withExtension(site, service, desktop));

    it.each(['children-laughing.jpg', 'mother-daughter.jpg'])('of %s is asked about, and covered on demand', async (name) => {
      const page = await stage.openComposer();
      await dragTo(page, '#zone', photoIn(stage.folder, name));
      const nudge = await nudgeOf(page);
      await stage.expectNothingLeft(page);
      await press(nudge, 'Cover and post');
      const [arrival] = await stage.arrivals(1);
      await stage.expectCovered(arrival?.bytes);
      expect(arrival?.name).toBe(name);
      await page.close();
    });

    it('of several files keeps their order, and all are as they were when posted as they are', async (test) => {
      shows(test, surface('drop of several files on a zone'));
      const paths = ['forest.jpg', 'children-laughing.jpg', 'dog.jpg'].map((name) => photoIn(stage.folder, name));
      const page = await stage.openComposer();
      await dragTo(page, '#zone', ...paths);
      await press(await nudgeOf(page), 'Post as it is');
      const arrivals = await stage.arrivals(3);
      arrivals.forEach((arrival, index) => { expectSame(arrival, paths[index] ?? ''); });
      await page.close();
    });

    it('on a file input fills it with the covered photo', async (test) => {
      shows(test, surface('drop on a file input'));
      const page = await stage.openComposer();
      await dragTo(page, '#files', photoIn(stage.folder, 'children-laughing.jpg'));
      await press(await nudgeOf(page), 'Cover and post');
      await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
      await page.close();
    });

    it('into an editor puts the covered picture there', async (test) => {
      shows(test, surface('drop into an editor'));
      const page = await stage.openComposer();
      await dragTo(page, '#editor', photoIn(stage.folder, 'children-laughing.jpg'));
      await press(await nudgeOf(page), 'Cover and post');
      await stage.expectCovered(await pictureIn(page));
      await page.close();
    });

    it('of a photo without a child passes to the byte', async () => {
      const path = photoIn(stage.folder, 'women-sofa.jpg');
      const page = await stage.openComposer();
      await dragTo(page, '#zone', path);
      expectSame((await stage.arrivals(1))[0], path);
      await page.close();
    });
  });

  describe('a paste', () => {
    const stage: Stage<Firefox> = setStage((site, service) => Firefox.withExtension(site, service, desktop));

    it('of a picture into a page is asked about, and covered on demand', async (test) => {
      shows(test, surface('paste of a picture into a page'));
      const page = await stage.openComposer();
      await page.bringToFront();
      desktop.copy('image/png', asPng('children-laughing.jpg'));
      await desktop.press('ctrl+v', await spotOf(page, 'h1'));
      const nudge = await nudgeOf(page);
      await stage.expectNothingLeft(page);
      await press(nudge, 'Cover and post');
      await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
      await page.close();
    });

    it('into an editor puts the covered picture there', async (test) => {
      shows(test, surface('paste into an editor'));
      const page = await stage.openComposer();
      await page.bringToFront();
      desktop.copy('image/png', asPng('children-laughing.jpg'));
      await desktop.press('ctrl+v', await spotOf(page, '#editor'));
      await press(await nudgeOf(page), 'Cover and post');
      await stage.expectCovered(await pictureIn(page));
      await page.close();
    });

    it('of a copied file into a page is asked about, and released to the byte on demand', async (test) => {
      shows(test, surface('paste of a copied file into a page'));
      const path = photoIn(stage.folder, 'children-laughing.jpg');
      const page = await stage.openComposer();
      await page.bringToFront();
      desktop.copy('text/uri-list', Buffer.from(pathToFileURL(path).href));
      await desktop.press('ctrl+v', await spotOf(page, 'h1'));
      await press(await nudgeOf(page), 'Post as it is');
      expectSame((await stage.arrivals(1))[0], path);
      await page.close();
    });
  });

  describe('without the extension', () => {
    const stage: Stage<Firefox> = setStage((site) => Firefox.start(site, desktop));

    it('a drop reaches the page to the byte', async () => {
      const path = photoIn(stage.folder, 'children-laughing.jpg');
      const page = await stage.openComposer();
      await dragTo(page, '#zone', path);
      expectSame((await stage.arrivals(1))[0], path);
      await page.close();
    });

    it('a pasted picture reaches the page', async () => {
      const page = await stage.openComposer();
      await page.bringToFront();
      desktop.copy('image/png', asPng('children-laughing.jpg'));
      await desktop.press('ctrl+v', await spotOf(page, 'h1'));
      expect(await stage.arrivals(1)).toHaveLength(1);
      await page.close();
    });
  });
});

/** What is told of each front end in Chromium: nothing but the covered photo arrives, and without the extension the original. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, nudgeOf, press } from './chromium';
import { setFrontEnds, type FrontEnd } from './front-ends';
import { copy, drop, paste } from './hands';
import { asPng, photoIn } from './photos';
import { expectSame } from './stage';
import { NO_DRIVER, standIn } from './stand-in';
import { shows, type Surface } from './surface';

const CHILDREN = 'children-laughing.jpg';

/** One way of a front end to get a photo. */
interface Way extends Pick<FrontEnd, 'page' | 'redraws'>, Pick<Surface, 'name' | 'layer' | 'standIn'> {
  give(page: Page, path: string): Promise<void>;
}

/** With front ends that stand in a folder of pages, for a table of docs/surfaces.md. */
export function tellOf(frontEnds: readonly FrontEnd[], pages: string, kind: Surface['kind']): void {
  const ways = frontEnds.flatMap(waysOf);

  describe('a front end in Chromium', () => {
    const stage = setFrontEnds((site, service) => Chromium.withExtension(site, service), pages);

    it.for(ways)('sends the covered photo alone. $name', async ({ page: address, redraws, give, ...way }, test) => {
      shows(test, { kind, browser: 'Chromium', ...way });
      const page = await stage.openComposer(`${address}.html`);
      await give(page, photoIn(stage.folder, CHILDREN));
      const nudge = await nudgeOf(page);
      await stage.expectNothingLeft(page);
      await press(nudge, /^Cover and post/);
      const arrivals = await stage.arrivals(1);
      if (redraws) await stage.expectCovered(arrivals[0]?.bytes);
      else stage.expectChanged(arrivals);
      await page.close();
    });
  });

  describe('a front end in Chromium without the extension', () => {
    const stage = setFrontEnds((site) => Chromium.start(site, { extension: false }), pages);

    it.for(ways)('sends the original. $name', async ({ page: address, redraws, give }) => {
      const path = photoIn(stage.folder, CHILDREN);
      const page = await stage.openComposer(`${address}.html`);
      await give(page, path);
      const [arrival] = await stage.arrivals(1);
      expect(await page.evaluate('window.seen')).not.toBe(0);
      if (redraws) expect((await stage.service.analyse(arrival?.bytes)).nudge).toBe(true);
      else expectSame(arrival, path);
      await page.close();
    });
  });
}

function waysOf({ name, page, layer, redraws, picker, handlePicker, zone, editor }: FrontEnd): Way[] {
  const pick = { name: `${name}: pick`, page, layer, redraws };
  const atWindow = { page, layer: 'window', redraws };
  return [
    ...(picker === undefined ? [] : [{ ...pick, give: pickBy(picker) }]),
    ...(handlePicker === undefined ? [] : [{ ...pick, standIn: NO_DRIVER, give: pickHandleBy(handlePicker) }]),
    ...(zone === undefined ? [] : [{ ...atWindow, name: `${name}: drop`, give: dropOn(zone) }]),
    ...(editor === undefined ? [] : [{ ...atWindow, name: `${name}: paste`, redraws: true, give: pasteInto(editor) }]),
  ];
}

function pickBy(picker: string): Way['give'] {
  return async (page, path) => {
    const opened = page.waitForEvent('filechooser');
    await page.locator(picker).click();
    await (await opened).setFiles(path);
  };
}

function pickHandleBy(picker: string): Way['give'] {
  return async (page) => {
    await standIn(page, CHILDREN);
    await page.locator(picker).click();
  };
}

function dropOn(zone: string): Way['give'] {
  return (page, path) => drop(page, page.locator(zone), path);
}

/** The browser draws the picture anew on its way through the clipboard. */
function pasteInto(editor: string): Way['give'] {
  return async (page) => {
    await copy(page, asPng(CHILDREN));
    await page.locator(editor).click();
    await paste(page);
  };
}

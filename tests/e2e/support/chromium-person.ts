/** A person in Chromium, without a window. */
import { Chromium, nudgeOf, press } from './chromium';
import { copy, drop, paste } from './hands';
import type { Person } from './person';
import { standIn } from './stand-in';

export const inChromium = {
  browser: 'Chromium',
  withExtension: (site, service) => Chromium.withExtension(site, service),
  withoutExtension: (site) => Chromium.start(site, { extension: false }),
  pick: async (page, opener, ...paths) => {
    const opened = page.waitForEvent('filechooser');
    await page.locator(opener).click();
    await (await opened).setFiles(paths);
  },
  pickBehind: (page, input, path) => page.locator(input).setInputFiles(path),
  pickHandle: async (page, opener, photo) => {
    await standIn(page, photo);
    await page.locator(opener).click();
  },
  drop: (page, target, ...paths) => drop(page, page.locator(target), ...paths),
  paste: async (page, target, png) => {
    await page.locator(target).click(); // a page writes to the clipboard while it has the focus
    await copy(page, png);
    await paste(page);
  },
  letRead: async (page, reader, png) => {
    await copy(page, png);
    await page.locator(reader).click();
  },
  isAsked: async (page) => { await nudgeOf(page); },
  press: async (page, words) => press(await nudgeOf(page), new RegExp(`^${words}`)),
} satisfies Person<Chromium>;

/** What a person does in a browser, so that one story can be told of both. */
import { Chromium, nudgeOf, press } from '../support/chromium';
import { Firefox, nudgeOf as nudgeInFirefox, press as pressInFirefox } from '../support/firefox';
import { drop } from '../support/hands';
import type { Service } from '../support/service';
import type { Site } from '../support/site';
import type { Driven } from '../support/stage';
import type { Surface } from '../support/surface';

export type PageOf<B extends Driven> = Awaited<ReturnType<B['open']>>;

export interface Person<B extends Driven> {
  browser: Surface['browser'];
  withExtension(site: Site, service: Service): Promise<B>;
  withoutExtension(site: Site): Promise<B>;
  /** Presses what opens a picker, and picks there. */
  pick(page: PageOf<B>, opener: string, path: string): Promise<void>;
  /** Drags a file from outside the browser onto an element, where a driver can do that. */
  drop?(page: PageOf<B>, target: string, path: string): Promise<void>;
  /** Waits until the nudge asks. */
  isAsked(page: PageOf<B>): Promise<void>;
  /** Presses a button of the nudge, once it asks. */
  press(page: PageOf<B>, words: string): Promise<void>;
}

export const inChromium: Person<Chromium> = {
  browser: 'Chromium',
  withExtension: (site, service) => Chromium.withExtension(site, service),
  withoutExtension: (site) => Chromium.start(site, { extension: false }),
  pick: async (page, opener, path) => {
    const opened = page.waitForEvent('filechooser');
    await page.locator(opener).click();
    await (await opened).setFiles(path);
  },
  drop: (page, target, path) => drop(page, page.locator(target), path),
  isAsked: async (page) => { await nudgeOf(page); },
  press: async (page, words) => press(await nudgeOf(page), new RegExp(`^${words}`)),
};

export const inFirefox: Person<Firefox> = {
  browser: 'Firefox',
  withExtension: (site, service) => Firefox.withExtension(site, service),
  withoutExtension: (site) => Firefox.start(site),
  pick: async (page, opener, path) => {
    await page.waitForSelector(opener);
    const opened = page.waitForFileChooser();
    await page.click(opener);
    await (await opened).accept([path]);
  },
  isAsked: async (page) => { await nudgeInFirefox(page); },
  press: async (page, words) => pressInFirefox(await nudgeInFirefox(page), words),
};

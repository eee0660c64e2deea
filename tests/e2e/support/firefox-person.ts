/** A person in Firefox: one whom its driver plays, without a window, and one at a real screen. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { describe } from 'vitest';
import { desktopIsHere, type Desktop, type Spot } from './desktop';
import { Firefox, firefoxPath, nudgeOf, press } from './firefox';
import { describeWith } from './needs';
import type { Person } from './person';

/** Firefox asks by a button of its own below the mouse, which takes no click before so long. */
const PASTE_BUTTON_MS = 1000;

const answering = {
  browser: 'Firefox',
  isAsked: async (page) => { await nudgeOf(page); },
  press: async (page, words) => press(await nudgeOf(page), words),
} satisfies Partial<Person<Firefox>>;

export const inFirefox = {
  ...answering,
  withExtension: (site, service) => Firefox.withExtension(site, service),
  withoutExtension: (site) => Firefox.start(site),
  pick: pickBy,
  pickBehind: async (page, input, path) => {
    const element = (await page.$(input)) as ElementHandle<HTMLInputElement>;
    await element.uploadFile(path);
  },
} satisfies Person<Firefox>;

/** Drops and pastes by a real mouse and keyboard: the driver can do neither. */
export function atScreen(desktop: Desktop) {
  return {
    ...answering,
    withExtension: (site, service) => Firefox.withExtension(site, service, desktop),
    withoutExtension: (site) => Firefox.start(site, desktop),
    drop: async (page, target, ...paths) => {
      await page.bringToFront();
      await desktop.drag(paths, await spotOf(page, target));
    },
    paste: async (page, target, png) => {
      await page.bringToFront();
      desktop.copy('image/png', png);
      await desktop.click(await spotOf(page, target));
      desktop.press('ctrl+v');
    },
    letRead: async (page, reader, png) => {
      await page.bringToFront();
      desktop.copy('image/png', png);
      const [x, y] = await spotOf(page, reader);
      await desktop.click([x, y]);
      await pause(PASTE_BUTTON_MS);
      await desktop.click([x + 25, y + 15]);
    },
  } satisfies Person<Firefox>;
}

/** `describe` for what needs Firefox on a desktop, or its skipping form with a loud line. */
export function describeAtScreen(): typeof describe {
  const inFirefox = describeWith('Firefox', firefoxPath, 'firefox-mv3');
  if (desktopIsHere) return inFirefox;
  console.warn('TESTS WITH A DESKTOP LEFT OUT: Xvfb, openbox, xdotool, xclip or GTK 3 for the system’s Python (python3-gi) not found.');
  return inFirefox.skip as typeof describe;
}

async function pickBy(page: Page, opener: string, ...paths: string[]): Promise<void> {
  await page.waitForSelector(opener);
  const opened = page.waitForFileChooser();
  await page.click(opener);
  await (await opened).accept(paths);
}

/** Where the middle of an element is on the screen. */
export async function spotOf(page: Page, selector: string): Promise<Spot> {
  await page.waitForSelector(selector);
  return page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { mozInnerScreenX: left, mozInnerScreenY: top } = window as unknown as Record<'mozInnerScreenX' | 'mozInnerScreenY', number>;
    return [Math.round(left + x + width / 2), Math.round(top + y + height / 2)] as const;
  });
}

/** The nudge where it stands in a window of its own. */
import type { Page as ChromiumPage } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { vi } from 'vitest';

const WAIT = { timeout: 30_000, interval: 100 };

/** The window, when it has come. */
export async function windowIn(page: ChromiumPage): Promise<ChromiumPage> {
  const window = await vi.waitUntil(() => page.context().pages().find((one) => one.url().includes('/nudge.html')), WAIT);
  await window.getByRole('heading').first().waitFor();
  return window;
}

/** Presses a button, with which the window closes. */
export async function pressIn(window: ChromiumPage, name: RegExp): Promise<void> {
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name }).click({ noWaitAfter: true }).catch(() => null); // gone with the click
  await closed;
}

/** The same in Firefox, whose driver gives no address for pages of extensions. */
export async function firefoxWindowIn(page: FirefoxPage): Promise<FirefoxPage> {
  const window = await vi.waitUntil(async () => {
    for (const one of await page.browser().pages()) {
      const address = await one.evaluate(() => location.href).catch(() => '');
      if (address.includes('/nudge.html')) return one;
    }
    return null;
  }, WAIT);
  await window.waitForSelector('h1');
  return window;
}

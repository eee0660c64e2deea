/** A tab that was open before the extension, in Firefox. Its driver can't press what stands in the toolbar. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { browser as api } from 'wxt/browser';
import { Firefox, firefoxPath } from './support/firefox';
import { describeWith } from './support/needs';
import { Site } from './support/site';

declare const browser: typeof api; // in functions that run in the welcome page

const EXTENSION = resolve(import.meta.dirname, '../../extension/dist/firefox-mv3');
const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

describe('a tab that was open before Pauza in Firefox', () => {
  let site: Site;
  let firefox: Firefox;
  let page: Page;

  beforeAll(async () => {
    site = await Site.start();
    firefox = await Firefox.start(site);
    page = await firefox.open(site.url('composer.html'));
    await page.browser().installExtension(EXTENSION);
  });
  afterAll(async () => {
    await firefox.stop();
    await site.stop();
  });

  /** The driver gives no address for pages of extensions: they are asked. */
  async function welcome(): Promise<Page> {
    return vi.waitUntil(async () => {
      for (const one of await page.browser().pages()) {
        const address = await one.evaluate(() => location.href).catch(() => '');
        if (address.startsWith('moz-extension://')) return one;
      }
      return null;
    }, { timeout: 15_000 });
  }

  /** What stands on the sign in the toolbar for the page's tab. */
  async function badge(): Promise<string> {
    return (await welcome()).evaluate(async () => {
      const [tab] = await browser.tabs.query({ index: 1 }); // after the one that the browser starts with
      return browser.action.getBadgeText({ tabId: tab?.id ?? 0 });
    });
  }

  it('says in the toolbar that it has to be loaded anew, and then no longer', async () => {
    await vi.waitFor(async () => { expect(await badge()).toBe('↻'); }, { timeout: 10_000 });
    await page.reload();
    await vi.waitFor(async () => { expect(await badge()).toBe(''); }, { timeout: 10_000 });
  });
});

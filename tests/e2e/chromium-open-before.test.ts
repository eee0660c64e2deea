/** Tabs that were open before the extension, or before an update of it, in Chromium. */
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { browser as api } from 'wxt/browser';
import { chromiumPath } from './support/chromium';
import { describeWith } from './support/needs';
import { HOST, Site } from './support/site';

declare const chrome: typeof api; // in functions that run in a page of the extension

const EXTENSION = resolve(import.meta.dirname, '../../extension/dist/chrome-mv3');
const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');
const UNCHECKED = 'Its photos are not checked yet.';

/** What the driver does not know yet: to press the extension's sign in the toolbar. */
interface Trigger { send(method: 'Extensions.triggerAction', what: { id: string; targetId: string }): Promise<void> }

describe('a tab that was open before Pauza in Chromium', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    site = await Site.start();
    browser = await puppeteer.launch({
      executablePath: chromiumPath ?? '', pipe: true, enableExtensions: true, acceptInsecureCerts: true,
      args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    });
    page = await browser.newPage();
    await page.goto(site.url('composer.html'));
    id = await browser.installExtension(EXTENSION);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  /** What stands on the sign in the toolbar, and beside the pointer, for the page's tab: as a page of the extension sees it. */
  async function sign(): Promise<string[]> {
    const own = await browser.newPage();
    await own.goto(`chrome-extension://${id}/options.html`);
    const said = await own.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ index: 1 }); // after the one that the browser starts with
      const tabId = tab?.id ?? 0;
      return [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })];
    });
    await own.close();
    return said;
  }

  /** Presses the sign in the toolbar, over the page's tab. */
  async function openPopup(): Promise<Page> {
    await page.bringToFront();
    const cdp = await browser.target().createCDPSession();
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const targetId = targetInfos.find(({ url }) => url === page.url())?.targetId ?? '';
    await (cdp as unknown as Trigger).send('Extensions.triggerAction', { id, targetId });
    const target = await browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
    const popup = await target.asPage();
    await popup.waitForSelector('.works, .failed');
    return popup;
  }

  const textOf = (popup: Page): Promise<string> => popup.evaluate(() => document.body.innerText);

  it('says in the toolbar that it has to be loaded anew', async () => {
    await vi.waitFor(async () => {
      const [badge, title] = await sign();
      expect(badge).toBe('↻');
      expect(title).toContain('reload it');
    }, { timeout: 10_000 });
  });

  it('says so in the popup, which loads it anew; and then no longer', async () => {
    const popup = await openPopup();
    expect(await textOf(popup)).toContain(UNCHECKED);
    const loaded = page.waitForNavigation();
    await popup.locator('::-p-text(Reload this tab)').click();
    await loaded;
    expect((await sign())[0]).toBe('');
    const next = await openPopup();
    expect(await textOf(next)).not.toContain(UNCHECKED);
    await next.close();
  });

  it('says so again after an update', async () => {
    await browser.installExtension(EXTENSION);
    await vi.waitFor(async () => { expect((await sign())[0]).toBe('↻'); }, { timeout: 10_000 });
    const popup = await openPopup();
    expect(await textOf(popup)).toContain(UNCHECKED);
    await popup.close();
  });
});

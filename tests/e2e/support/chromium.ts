/** The installed Chromium with the built extension, and a person's hands in it. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Frame, type Page, type Worker } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { CHROMIUM_ID } from '../../../extension/src/identity';
import type { Settings } from '../../../extension/src/settings';
import type { Desktop } from './desktop';
import type { Service } from './service';
import { HOST, OTHER_HOST, type Site } from './site';

declare const chrome: typeof browser; // in functions that run in the background

const EXTENSION = resolve(import.meta.dirname, '../../../extension/dist/chrome-mv3');
const CANDIDATES = [process.env['PAUZA_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];

export const chromiumPath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

export class Chromium {
  readonly context: BrowserContext;
  readonly #profile: string;

  private constructor(context: BrowserContext, profile: string) {
    this.context = context;
    this.#profile = profile;
  }

  static async withExtension(site: Site, service: Service, desktop?: Desktop): Promise<Chromium> {
    const browser = await Chromium.start(site, { extension: true, ...(desktop && { desktop }) });
    await browser.#set({ port: service.port });
    return browser;
  }

  /**
   * Pages of the site count as public addresses, so that the rules for local network access are in force. Without a
   * window, unless there is a desktop to put it on.
   */
  static async start(site: Site, { extension, desktop }: { extension: boolean; desktop?: Desktop }): Promise<Chromium> {
    const profile = await mkdtemp(join(tmpdir(), 'pauza-chromium-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath ?? '',
      headless: false, // said below: the old headless mode takes no extension
      ignoreHTTPSErrors: true,
      args: [
        ...(desktop ? ['--ozone-platform=x11'] : ['--headless=new']), '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
        '--disable-background-networking', '--disable-component-update',
        `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP ${OTHER_HOST} 127.0.0.1`, '--ignore-certificate-errors',
        `--ip-address-space-overrides=127.0.0.1:${site.port}=public`,
        ...(extension ? [`--load-extension=${EXTENSION}`, `--disable-extensions-except=${EXTENSION}`] : []),
      ],
      ignoreDefaultArgs: ['--disable-extensions'],
      ...(desktop && { env: Object.fromEntries(Object.entries(desktop.environment).map(([name, value]) => [name, value ?? ''])) }),
    });
    return new Chromium(context, profile);
  }

  async stop(): Promise<void> {
    await this.context.close();
    await rm(this.#profile, { recursive: true, force: true });
  }

  async background(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? this.context.waitForEvent('serviceworker');
  }

  /** Ends the background, as the browser does when it has had nothing to do for a while. */
  async endBackground(page: Page): Promise<void> {
    const cdp = await this.context.newCDPSession(page);
    const ended = new Promise<void>((done) => {
      cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) done();
      });
    });
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await ended;
    await cdp.detach();
  }

  /** Takes the extension the permission for local addresses, as a person or a policy may, until the page is closed. */
  async blockLocalAddresses(page: Page): Promise<void> {
    const cdp = await this.context.newCDPSession(page);
    const origin = `chrome-extension://${CHROMIUM_ID}`;
    await cdp.send('Browser.setPermission', { permission: { name: 'loopback-network' }, setting: 'denied', origin });
  }

  /** Switches the extension off for some sites, as the popup does. */
  async switchOff(...sitesOff: string[]): Promise<void> {
    await this.#set({ sitesOff });
  }

  async forget(): Promise<void> {
    const [background] = this.context.serviceWorkers();
    await background?.evaluate(() => chrome.storage.session.clear());
  }

  async #set(settings: Partial<Settings>): Promise<void> {
    const background = await this.background();
    await background.evaluate((settings) => chrome.storage.local.set(settings), settings);
  }

  /** What stands on the extension's sign in the toolbar for the page in front. */
  async badge(): Promise<string> {
    const background = await this.background();
    return background.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      return tab?.id === undefined ? '' : chrome.action.getBadgeText({ tabId: tab.id });
    });
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }
}

/** The frame of the nudge in a page, when it has come; one that is only loaded ahead has no heading. */
export async function nudgeOf(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 400; tries++) {
    for (const frame of page.frames()) {
      if (!frame.url().startsWith('chrome-extension://')) continue;
      if (await frame.getByRole('heading').first().isVisible().catch(() => false)) return frame;
    }
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error('No nudge came.');
}

/** Presses a button of the nudge. One that ends the nudge takes its frame away before the driver hears of the click. */
export async function press(nudge: Frame, name: RegExp): Promise<void> {
  const gone = nudge.page().waitForEvent('framedetached', { predicate: (frame) => frame === nudge, timeout: 0 });
  const clicked = nudge.getByRole('button', { name }).click();
  for (const late of [gone, clicked]) late.catch(() => null); // whichever comes second
  await Promise.race([gone, clicked]);
}

/** All that a screen reader could say of a page, closed shadow roots included. */
export async function spokenIn(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  return nodes.map(({ name }) => String(name?.value ?? '')).join('\n');
}

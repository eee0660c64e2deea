/** The installed Firefox with the built extension. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { browser as api } from 'wxt/browser';
import type { Desktop } from './desktop';
import type { Service } from './service';
import { HOST, OTHER_HOST, type Site } from './site';

declare const browser: typeof api; // in functions that run in the welcome page

const EXTENSION = resolve(import.meta.dirname, '../../../extension/dist/firefox-mv3');
const CANDIDATES = [process.env['PAUZA_FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** On the browser's own page for those who make extensions. */
const END_BUTTON = '.qa-temporary-extension-terminate-bgscript-button';

export const firefoxPath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Pages of the site come from this computer, and count as public addresses all the same. */
function preferences(site: Site): Record<string, unknown> {
  return {
    'network.dns.localDomains': `${HOST},${OTHER_HOST}`,
    'network.lna.address_space.public.override': `127.0.0.1:${site.port}`,
    'network.stricttransportsecurity.preloadlist': false,
  };
}

export class Firefox {
  readonly #browser: Browser;
  /** A page of the extension, in which its storage can be reached. */
  #welcome: Page | null = null;
  /** Opened when it is needed. */
  #tools: Page | null = null;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Without a window, unless there is a desktop to put it on. */
  static async start(site: Site, desktop?: Desktop): Promise<Firefox> {
    return new Firefox(await puppeteer.launch({
      browser: 'firefox', executablePath: firefoxPath ?? '', headless: !desktop, acceptInsecureCerts: true,
      args: ['--remote-allow-system-access'], // to the page on which a background can be ended
      extraPrefsFirefox: preferences(site), env: desktop?.environment ?? process.env,
    }));
  }

  /** As a person sets it up: the welcome page shows the origin, which the service is told to allow. */
  static async withExtension(site: Site, service: Service, desktop?: Desktop): Promise<Firefox> {
    const firefox = await Firefox.withStrangeExtension(site, service, desktop);
    service.allow(await firefox.origin());
    return firefox;
  }

  /** With the extension, which the service does not know yet. */
  static async withStrangeExtension(site: Site, service: Service, desktop?: Desktop): Promise<Firefox> {
    const firefox = await Firefox.start(site, desktop);
    await firefox.#browser.installExtension(EXTENSION);
    firefox.#welcome = await firefox.#findWelcome();
    await firefox.#welcome.evaluate((port) => browser.storage.local.set({ port }), service.port);
    return firefox;
  }

  /** From where the extension calls; another in each installation. */
  async origin(): Promise<string> {
    return (await this.#welcome?.evaluate(() => location.origin)) ?? '';
  }

  /** Ends the background, as the browser does when that has had nothing to do for a while. */
  async endBackground(page: Page): Promise<void> {
    const before = await this.#background();
    if (before === null) return;
    const tools = await this.#openTools();
    await page.bringToFront();
    await vi.waitFor(async () => {
      if (await this.#background() !== before) return;
      await tools.evaluate((button) => { document.querySelector<HTMLElement>(button)?.click(); }, END_BUTTON);
      throw new Error('The background has not ended.');
    }, { timeout: 15_000 });
  }

  /** When the background that runs was started; null: none runs. Asked in a way that starts none. */
  async #background(): Promise<number | null> {
    if (!this.#welcome) throw new Error('There is no extension.');
    return this.#welcome.evaluate(() => {
      const background = browser.extension.getBackgroundPage() as Window | null; // the package's own type of it is empty
      return background?.performance.timeOrigin ?? null;
    });
  }

  /** The browser's own page for those who make extensions. The driver never hears that it has loaded. */
  async #openTools(): Promise<Page> {
    if (this.#tools) return this.#tools;
    this.#tools = await this.#browser.newPage();
    void this.#tools.goto('about:debugging#/runtime/this-firefox').catch(() => null);
    return this.#tools;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }

  async forget(): Promise<void> {
    await this.#welcome?.evaluate(() => browser.storage.session.clear());
  }

  async open(url: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.goto(url);
    return page;
  }

  /** It opens by itself. The driver gives no address for pages of extensions: they are asked. */
  async #findWelcome(): Promise<Page> {
    return vi.waitFor(async () => {
      for (const page of await this.#browser.pages()) {
        if ((await addressOf(page)).startsWith('moz-extension://')) return page;
      }
      throw new Error('The welcome page did not open.');
    }, { timeout: 15_000 });
  }
}

function addressOf(frame: Frame | Page): Promise<string> {
  return frame.evaluate(() => location.href).catch(() => ''); // gone meanwhile
}

/** The frame of the nudge in a page, when it has come. */
export async function nudgeOf(page: Page): Promise<Frame> {
  const frame = await vi.waitFor(async () => {
    for (const frame of page.frames()) if ((await addressOf(frame)).startsWith('moz-extension://')) return frame;
    throw new Error('The nudge has not come.');
  }, { timeout: 30_000 });
  await frame.waitForSelector('h1');
  return frame;
}

/** Presses a button of the nudge by the keyboard: the driver does not know where a frame in a closed root stands. */
export async function press(nudge: Frame, words: string): Promise<void> {
  const button = await nudge.waitForSelector(`button:not([aria-disabled=true]) ::-p-text(${words})`);
  await button?.evaluate((element) => { element.closest('button')?.focus(); });
  await nudge.page().keyboard.press('Enter');
}

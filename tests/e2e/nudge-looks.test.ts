/** Our pages in a real browser: for eyes, ears and keys, and over a hostile page. Faces are drawn; nothing is checked. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe as describeAlways, expect, it } from 'vitest';
import type { Trouble } from '../../extension/src/messages';
import type { TroubleStep } from '../../extension/src/nudge/album';
import type { Harness } from './nudge/harness';
import { serveHarness, type Served } from './nudge/serve';
import { chromiumPath, press } from './support/chromium';

declare global {
  interface Window { harness: Harness }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ICONS = resolve(import.meta.dirname, '../../extension/public/icon');
const ALBUM: Parameters<Harness['nudge']>[0] = ['class', 'kitchen', 'portrait', 'kitchen'];
const TROUBLES: Trouble[] = ['service-away', 'not-allowed', 'damaged', 'page-changed'];
const DECISIONS = ['Cover and post', 'Choose who sees it', 'Post as it is', 'Cancel'];
const LARGE = { width: 1280, height: 800 };
const SMALL = { width: 320, height: 640 };

const describe = withChromium();
let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await serveHarness();
  browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** All that is needed here: no built extension, no service, no photos. */
function withChromium(): typeof describeAlways | typeof describeAlways.skip {
  if (chromiumPath !== undefined) return describeAlways;
  const line = 'TESTS OF THE NUDGE LEFT OUT: Chromium not found.';
  if (process.env['PAUZA_E2E_REQUIRED'] === '1') throw new Error(line);
  console.warn(line);
  return describeAlways.skip;
}

async function openSite(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: LARGE, ...options });
  await page.goto(served.site);
  return page;
}

async function nudgeIn(page: Page, ...[drawings, guide]: Parameters<Harness['nudge']>): Promise<Frame> {
  await page.evaluate(([names, more]) => { window.harness.nudge(names, more); }, [drawings, guide] as const);
  return sheetIn(page);
}

async function troubleIn(page: Page, trouble: Trouble, step: TroubleStep = 'check'): Promise<Frame> {
  await page.evaluate(([name, failed]) => { window.harness.trouble(name, failed); }, [trouble, step] as const);
  return sheetIn(page);
}

async function sheetIn(page: Page): Promise<Frame> {
  const frame = page.frames()[1] ?? await page.waitForEvent('frameattached');
  await frame.getByRole('heading').waitFor();
  return frame;
}

const decisionOf = (page: Page): Promise<Harness['decision']> => page.evaluate(() => window.harness.decision);

async function expectNoBarrier(frame: Frame): Promise<void> {
  await frame.evaluate(AXE);
  const { violations } = await frame.evaluate('axe.run()') as { violations: { id: string; nodes: { html: string }[] }[] };
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}

describe.each(['light', 'dark'] as const)('in %s, without a barrier', (colorScheme) => {
  it.each([LARGE, SMALL])('is the nudge of an album at $width px, and its card', async (viewport) => {
    const page = await openSite({ colorScheme, viewport });
    const nudge = await nudgeIn(page, ALBUM);
    await nudge.getByText('Add a cover').click();
    await nudge.getByText('How?').click();
    await expectNoBarrier(nudge);
    await nudge.getByText('Choose who sees it').click();
    await expectNoBarrier(nudge);
    await page.close();
  });

  it.each(TROUBLES)('is the page for %s', async (trouble) => {
    const page = await openSite({ colorScheme });
    await expectNoBarrier(await troubleIn(page, trouble));
    await page.close();
  });

  it.each(['popup', 'options', 'welcome'] as const)('is the %s page, with and without the service', async (name) => {
    const page = await browser.newPage({ colorScheme, viewport: SMALL });
    for (const state of ['', '?trouble=not-allowed', '?trouble=no-permission']) {
      await page.goto(served.page(name) + state);
      await page.getByRole('heading').first().waitFor();
      await expectNoBarrier(page.mainFrame());
    }
    await page.close();
  });
});

describe('the practice page', () => {
  const address = new URL('../../server/pauza/service/practice.html', import.meta.url).href;

  it.each(['light', 'dark'] as const)('shows in %s what it received, without a barrier', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: SMALL });
    await page.goto(address);
    await page.setInputFiles('input', ['16.png', '48.png'].map((name) => join(ICONS, name)));
    await page.getByText('48.png').waitFor();
    expect(await page.locator('figcaption').allTextContents()).toEqual([
      expect.stringMatching(/^16\.png, \d+ bytes, image\/png$/), expect.stringMatching(/^48\.png, /),
    ]);
    await expectNoBarrier(page.mainFrame());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL.width);
    await page.close();
  });
});

describe('the nudge for eyes', () => {
  it.each([
    ['at 1280 px', LARGE, 100], ['at 768 px', { width: 768, height: 1024 }, 100], ['at 320 px', SMALL, 100],
    ['with 200 % text', LARGE, 200], ['at 320 px with 200 % text', SMALL, 200],
  ])('%s needs no scrolling sideways', async (_, viewport, percent) => {
    const page = await openSite({ viewport });
    const nudge = await nudgeIn(page, ALBUM);
    const room = await nudge.evaluate((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, percent);
    expect(room).toBe(0);
    await page.close();
  });

  it('has decisions of one size and one look, in one order, large enough for a thumb', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    const looks = await nudge.locator('.decision').evaluateAll((buttons) => buttons.map((button) => {
      const { width, height } = button.getBoundingClientRect();
      const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(button);
      return JSON.stringify([width, height, color, backgroundColor, borderColor, fontSize, fontWeight, height >= 44]);
    }));
    expect(new Set(looks).size).toBe(1);
    expect(looks[0]).toContain('true');
    expect(await nudge.locator('.decision .label').allTextContents()).toEqual(DECISIONS);
    await page.close();
  });

  it('says no more than 70 words', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    const words = (await nudge.locator('body').innerText()).split(/\s+/).filter((word) => word !== '');
    expect(words.length).toBeLessThanOrEqual(70);
    await page.close();
  });

  it('does not move when previews arrive, and shows what each tap covered', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    const boxes = (): Promise<string> => nudge.locator('.sheet, .photo, .decision').evaluateAll(
      (elements) => JSON.stringify(elements.map((element) => element.getBoundingClientRect())));
    const before = await boxes();
    await expect.poll(() => pixelOfFirstFace(nudge)).toBe('covered');
    expect(await boxes()).toBe(before);
    await nudge.getByRole('button', { name: 'Face 1 of 3, covered' }).click();
    await expect.poll(() => pixelOfFirstFace(nudge)).toBe('bare');
    await nudge.getByRole('button', { name: 'Face 1 of 3, not covered' }).click();
    await expect.poll(() => pixelOfFirstFace(nudge)).toBe('covered');
    await nudge.getByRole('radio', { name: 'Before' }).check();
    await expect.poll(() => pixelOfFirstFace(nudge)).toBe('bare');
    expect(await boxes()).toBe(before);
    await page.close();
  });
});

/** The first face of the kitchen is drawn in a warm tone, its cover in a cool one. */
function pixelOfFirstFace(nudge: Frame): Promise<'covered' | 'bare' | null> {
  return nudge.locator('.photo canvas').evaluate((canvas: HTMLCanvasElement) => {
    if (canvas.width === 0) return null;
    const at = [canvas.width * (700 / 2400), canvas.height * (720 / 1600)] as const;
    const [red = 0, , blue = 0, alpha] = canvas.getContext('2d')?.getImageData(...at, 1, 1).data ?? [];
    return alpha === 0 ? null : red > blue + 30 ? 'bare' : 'covered';
  });
}

describe('the nudge by keys', () => {
  it('has its heading in focus, and no decision', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    expect(await nudge.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.keyboard.press('Enter');
    expect(await decisionOf(page)).toBeNull();
    await page.close();
  });

  it('leads from faces through tools to the decisions, in the order of the eye', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    const names: string[] = [];
    for (let stop = 0; stop < 10; stop++) {
      await page.keyboard.press('Tab');
      names.push(await nudge.evaluate(() => {
        const { ariaLabel, textContent, labels } = document.activeElement as HTMLInputElement;
        return ariaLabel ?? labels?.[0]?.textContent ?? textContent;
      }));
    }
    expect(names.map((name) => name.replace(/[,.].*/, ''))).toEqual([
      'Face 1 of 3', 'Face 2 of 3', 'Face 3 of 3', 'After', 'Add a cover',
      ...['Cover and postThe site gets this covered photo', 'Choose who sees itYou set it on Example',
        'Post as it isThe site gets the original', 'CancelThe site gets nothing'], 'How?',
    ]);
    await page.close();
  });

  it('covers and uncovers a face, adds, moves, resizes and removes a cover', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['portrait']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await nudge.getByText('Nothing is covered now.').waitFor();
    await nudge.getByText('Add a cover').press('Enter');
    for (const key of ['ArrowUp', 'ArrowLeft', '+']) await page.keyboard.press(key);
    await press(nudge, /^Cover and post/);
    await expect.poll(() => decisionOf(page)).toMatchObject({
      decision: 'cover', style: 'soft', regions: [[{ cx: 564, cy: 864, face: null, tilt: 0, width: 360 * 1.15 }]],
    });
    await page.close();
  });

  it('ends with Esc, which means cancel', async () => {
    const page = await openSite();
    await nudgeIn(page, ['kitchen']);
    void page.keyboard.press('Escape'); // its frame is gone before the driver hears of it
    await expect.poll(() => decisionOf(page)).toEqual({ decision: 'cancel' });
    await expect.poll(() => page.frames().length).toBe(1);
    await page.close();
  });
});

describe('a cover drawn with the mouse', () => {
  it('is where it was drawn, can be moved, and goes at a click', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['portrait']);
    const drawn = nudge.getByRole('button', { name: /^Added cover/ });
    const photo = await nudge.locator('.photo').boundingBox();
    if (!photo) throw new Error('no photo');
    await drag(page, [photo.x + 10, photo.y + 10], [photo.x + 60, photo.y + 60]);
    const box = await drawn.boundingBox();
    expect(box?.width).toBeCloseTo(50, 0);
    await drag(page, [photo.x + 35, photo.y + 35], [photo.x + 85, photo.y + 35]);
    expect((await drawn.boundingBox())?.x).toBeCloseTo((box?.x ?? 0) + 50, 0);
    await drawn.click();
    await drawn.waitFor({ state: 'detached' });
    await page.close();
  });
});

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

describe('while the audience is set', () => {
  it('the page is in reach, and the card releases the post or leads back', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    await nudge.getByText('Choose who sees it').click();
    await page.getByRole('button', { name: 'Post' }).click();
    await nudge.getByRole('button', { name: 'Back' }).click();
    await nudge.getByText('Cover and post').waitFor();
    expect(await decisionOf(page)).toBeNull();
    await nudge.getByText('Choose who sees it').click();
    await press(nudge, /^I have set it, post/);
    await expect.poll(() => decisionOf(page)).toEqual({ decision: 'audience' });
    await page.close();
  });

  it('a site that has no such setting says so and releases nothing', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['kitchen'], { scope: 'none', steps: [] });
    await nudge.getByText('Choose who sees it').click();
    await nudge.getByText('Example has no such setting').waitFor();
    expect(await nudge.locator('.decision').allTextContents()).toEqual(['Back']);
    await page.close();
  });

  it.each([['2026-11-02', 'These steps were checked on November 2, 2026.'], [null, 'These steps are not verified.']])(
    'steps checked on %s say so', async (checked, sentence) => {
      const page = await openSite();
      const nudge = await nudgeIn(page, ['kitchen'], { checked });
      await nudge.getByText('Choose who sees it').click();
      await nudge.getByText(sentence).waitFor();
      await page.close();
    });
});

describe('a photo that was not checked', () => {
  it.each([[/Try again/, 'try-again'], [/Post unchecked/, 'unchecked'], [/Cancel/, 'cancel']] as const)('%s', async (label, decision) => {
    const page = await openSite();
    await press(await troubleIn(page, 'not-allowed'), label);
    await expect.poll(() => decisionOf(page)).toBe(decision);
    await page.close();
  });

  it('is not offered unchecked where a cover failed, and the sheet says that nothing was posted', async () => {
    const page = await openSite();
    const sheet = await troubleIn(page, 'service-away', 'change');
    await sheet.getByRole('heading', { name: 'The photo could not be changed, so nothing was posted.' }).waitFor();
    expect(await sheet.getByRole('button').allInnerTexts()).toEqual(['Copy', 'Try again', 'Cancel']);
    await page.close();
  });

  it('shows the command that lets this browser in', async () => {
    const page = await openSite();
    const sheet = await troubleIn(page, 'not-allowed');
    const origin = new URL(served.page('popup')).origin.replace('127.0.0.1', 'localhost');
    expect(await sheet.getByLabel('Command to run').inputValue()).toBe(`.venv/bin/pauza allow ${origin}`);
    await page.close();
  });
});

describe('a hostile page', () => {
  const TRICKS = {
    'removes the dialog': () => { document.querySelector('dialog')?.remove(); },
    'hides it': () => { document.querySelector('dialog')?.style.setProperty('display', 'none', 'important'); },
    'styles it away': () => {
      document.head.append(Object.assign(document.createElement('style'), {
        textContent: 'dialog, dialog * { display: none !important; opacity: 0 !important; pointer-events: none !important }',
      }));
    },
    'makes it inert': () => { for (const element of document.querySelectorAll<HTMLElement>('dialog, dialog *')) element.inert = true; },
    'closes it': () => { document.querySelector('dialog')?.close(); },
    'opens a modal of its own above': () => {
      const own = document.createElement('dialog');
      document.body.append(own);
      own.showModal();
    },
    'makes it see-through': () => { document.querySelector('dialog')?.style.setProperty('opacity', '0', 'important'); },
    'empties it': () => { document.querySelector('dialog')?.replaceChildren(); },
  };

  it.each(Object.entries(TRICKS))('that %s finds it up again, and nothing decided', async (_, trick) => {
    const page = await openSite();
    await nudgeIn(page, ['kitchen']);
    await page.evaluate(trick);
    await expect.poll(() => page.evaluate(() => {
      const hit = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      return hit?.parentElement?.matches('dialog:modal') === true && getComputedStyle(hit).opacity === '1'
        && getComputedStyle(hit.parentElement).opacity === '1';
    })).toBe(true);
    expect(await decisionOf(page)).toBeNull();
    await press(await sheetIn(page), /^Post as it is/);
    await expect.poll(() => decisionOf(page)).toEqual({ decision: 'as-is' });
    await page.close();
  });

  it('that lays something over it gets no click for what nobody sees', async () => {
    const page = await openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    const button = nudge.getByRole('button', { name: /^Post as it is/ });
    await expect.poll(() => button.isEnabled()).toBe(true);
    const place = await button.boundingBox();
    if (!place) throw new Error('The button is not in sight.');
    await page.evaluate(() => {
      const cover = Object.assign(document.createElement('div'), { popover: 'manual' });
      cover.style.cssText = 'inset:0;width:100vw;height:100vh;background:white';
      document.body.append(cover);
      cover.showPopover();
    });
    await expect.poll(() => button.isEnabled()).toBe(false);
    await nudge.getByText('Something lies over this window').waitFor();
    await page.mouse.click(place.x + 5, place.y + 5);
    await page.evaluate(() => { document.querySelector<HTMLElement>('[popover]:not(dialog)')?.remove(); });
    expect(await decisionOf(page)).toBeNull();
    await press(nudge, /^Post as it is/);
    await expect.poll(() => decisionOf(page)).toEqual({ decision: 'as-is' });
    await page.close();
  });

  it('can neither look inside nor click', async () => {
    const page = await openSite();
    await nudgeIn(page, ['kitchen']);
    const seen = await page.evaluate(() => {
      const inside = document.querySelector<HTMLElement>('dialog > div');
      inside?.click();
      inside?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      document.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
      return [inside?.shadowRoot, window.length, document.querySelectorAll('iframe').length];
    });
    expect(seen).toEqual([null, 0, 0]);
    expect(await decisionOf(page)).toBeNull();
    await page.close();
  });

  it('that never gives in gets a cancelled post', async () => {
    const page = await openSite();
    await nudgeIn(page, ['kitchen']);
    await page.evaluate(() => { setInterval(() => document.querySelector('dialog')?.remove(), 20); });
    await expect.poll(() => decisionOf(page), { timeout: 20_000 }).toEqual({ decision: 'cancel' });
    await page.close();
  });
});

describe('a post that ends elsewhere', () => {
  it('takes everything away', async () => {
    const page = await openSite();
    await nudgeIn(page, ['kitchen']);
    await page.evaluate(() => { window.harness.stop(); });
    await expect.poll(() => decisionOf(page)).toEqual({ decision: 'cancel' });
    expect(await page.locator('dialog').count()).toBe(0);
    await page.close();
  });
});

describe('the quiet sign', () => {
  it('appears only where a check takes longer, and goes with it', async () => {
    const page = await openSite();
    const signs = page.locator('[popover]');
    await page.evaluate(() => { window.harness.sign({ x: 5, y: 5 }).done(); });
    const sign = await page.evaluateHandle(() => window.harness.sign({ x: 200, y: 100 }));
    await signs.waitFor();
    expect(await signs.count()).toBe(1);
    expect(await signs.boundingBox()).toMatchObject({ x: 212, y: 112 });
    await sign.evaluate((shown) => { shown.done(); });
    expect(await signs.count()).toBe(0);
    await page.close();
  });

  it('of a photo that was not checked stays in the window, out of the person’s way', async () => {
    const page = await openSite({ viewport: SMALL });
    await page.evaluate(() => { window.harness.sign({ x: 5000, y: 5000 }).notChecked(); });
    const box = await page.locator('[popover]').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(SMALL.width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(SMALL.height);
    const under = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.hasAttribute('popover'), {
      x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20,
    });
    expect(under).toBe(false);
    await page.close();
  });
});

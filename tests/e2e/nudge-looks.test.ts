/** Our pages in a real browser, for eyes and ears. Faces are drawn; nothing is checked. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Trouble } from '../../extension/src/messages';
import { ALBUM, DECISIONS, LARGE, nudgeIn, setStage, SMALL, troubleIn, withChromium } from './nudge/stage';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ICONS = resolve(import.meta.dirname, '../../extension/public/icon');
const TROUBLES: Trouble[] = ['service-away', 'not-allowed', 'damaged', 'page-changed'];

const describe = withChromium();
const stage = setStage();

async function expectNoBarrier(frame: Frame): Promise<void> {
  await frame.evaluate(AXE);
  const { violations } = await frame.evaluate('axe.run()') as { violations: { id: string; nodes: { html: string }[] }[] };
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}

describe.each(['light', 'dark'] as const)('in %s, without a barrier', (colorScheme) => {
  it.each([LARGE, SMALL])('is the nudge of an album at $width px, and its card', async (viewport) => {
    const page = await stage.openSite({ colorScheme, viewport });
    const nudge = await nudgeIn(page, ALBUM);
    await nudge.getByText('Add a cover').click();
    await nudge.getByText('How?').click();
    await expectNoBarrier(nudge);
    await nudge.getByText('Choose who sees it').click();
    await expectNoBarrier(nudge);
    await page.close();
  });

  it.each(TROUBLES)('is the page for %s', async (trouble) => {
    const page = await stage.openSite({ colorScheme });
    await expectNoBarrier(await troubleIn(page, trouble));
    await page.close();
  });

  it.each(['popup', 'options', 'welcome'] as const)('is the %s page, with and without the service', async (name) => {
    const page = await stage.browser.newPage({ colorScheme, viewport: SMALL });
    for (const state of ['', '?trouble=not-allowed', '?trouble=no-permission']) {
      await page.goto(stage.served.page(name) + state);
      await page.getByRole('heading').first().waitFor();
      await expectNoBarrier(page.mainFrame());
    }
    await page.close();
  });
});

describe('the practice page', () => {
  const address = new URL('../../server/pauza/service/practice.html', import.meta.url).href;

  it.each(['light', 'dark'] as const)('shows in %s what it received, without a barrier', async (colorScheme) => {
    const page = await stage.browser.newPage({ colorScheme, viewport: SMALL });
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
    const page = await stage.openSite({ viewport });
    const nudge = await nudgeIn(page, ALBUM);
    const room = await nudge.evaluate((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, percent);
    expect(room).toBe(0);
    await page.close();
  });

  it('has decisions of one size and one look, in one order, large enough for a thumb', async () => {
    const page = await stage.openSite();
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
    const page = await stage.openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    const words = (await nudge.locator('body').innerText()).split(/\s+/).filter((word) => word !== '');
    expect(words.length).toBeLessThanOrEqual(70);
    await page.close();
  });

  it('does not move when previews arrive, and shows what each tap covered', async () => {
    const page = await stage.openSite();
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

describe('the quiet sign', () => {
  it('appears only where a check takes longer, and goes with it', async () => {
    const page = await stage.openSite();
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
    const page = await stage.openSite({ viewport: SMALL });
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

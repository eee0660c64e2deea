/** The nudge by keys and by mouse, to each decision. Faces are drawn; nothing is checked. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { decisionOf, nudgeIn, setStage, troubleIn, withChromium } from './nudge/stage';
import { press } from './support/chromium';

const describe = withChromium();
const stage = setStage();

describe('the nudge by keys', () => {
  it('has its heading in focus, and no decision', async () => {
    const page = await stage.openSite();
    const nudge = await nudgeIn(page, ['kitchen']);
    expect(await nudge.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.keyboard.press('Enter');
    expect(await decisionOf(page)).toBeNull();
    await page.close();
  });

  it('leads from faces through tools to the decisions, in the order of the eye', async () => {
    const page = await stage.openSite();
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
    const page = await stage.openSite();
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
    const page = await stage.openSite();
    await nudgeIn(page, ['kitchen']);
    void page.keyboard.press('Escape'); // its frame is gone before the driver hears of it
    await expect.poll(() => decisionOf(page)).toEqual({ decision: 'cancel' });
    await expect.poll(() => page.frames().length).toBe(1);
    await page.close();
  });
});

describe('a cover drawn with the mouse', () => {
  it('is where it was drawn, can be moved, and goes at a click', async () => {
    const page = await stage.openSite();
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
    const page = await stage.openSite();
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
    const page = await stage.openSite();
    const nudge = await nudgeIn(page, ['kitchen'], { scope: 'none', steps: [] });
    await nudge.getByText('Choose who sees it').click();
    await nudge.getByText('Example has no such setting').waitFor();
    expect(await nudge.locator('.decision').allTextContents()).toEqual(['Back']);
    await page.close();
  });

  it.each([['2026-11-02', 'These steps were checked on November 2, 2026.'], [null, 'These steps are not verified.']])(
    'steps checked on %s say so', async (checked, sentence) => {
      const page = await stage.openSite();
      const nudge = await nudgeIn(page, ['kitchen'], { checked });
      await nudge.getByText('Choose who sees it').click();
      await nudge.getByText(sentence).waitFor();
      await page.close();
    });
});

describe('a photo that was not checked', () => {
  it.each([[/Try again/, 'try-again'], [/Post unchecked/, 'unchecked'], [/Cancel/, 'cancel']] as const)('%s', async (label, decision) => {
    const page = await stage.openSite();
    await press(await troubleIn(page, 'not-allowed'), label);
    await expect.poll(() => decisionOf(page)).toBe(decision);
    await page.close();
  });

  it('is not offered unchecked where a cover failed, and the sheet says that nothing was posted', async () => {
    const page = await stage.openSite();
    const sheet = await troubleIn(page, 'service-away', 'change');
    await sheet.getByRole('heading', { name: 'The photo could not be changed, so nothing was posted.' }).waitFor();
    expect(await sheet.getByRole('button').allInnerTexts()).toEqual(['Copy', 'Try again', 'Cancel']);
    await page.close();
  });

  it('shows the command that lets this browser in', async () => {
    const page = await stage.openSite();
    const sheet = await troubleIn(page, 'not-allowed');
    const origin = new URL(stage.served.page('popup')).origin.replace('127.0.0.1', 'localhost');
    expect(await sheet.getByLabel('Command to run').inputValue()).toBe(`.venv/bin/pauza allow ${origin}`);
    await page.close();
  });
});

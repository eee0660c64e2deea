/** The nudge over a page that fights it, or goes away. Faces are drawn; nothing is checked. */
import { expect, it } from 'vitest';
import { decisionOf, nudgeIn, setStage, sheetIn, withChromium } from './nudge/stage';
import { press } from './support/chromium';
import { IS_UP, TRICKS } from './support/tricks';

const describe = withChromium();
const stage = setStage();

describe('a hostile page', () => {
  it.each(Object.entries(TRICKS))('that %s finds it up again, and nothing decided', async (_, trick) => {
    const page = await stage.openSite();
    await nudgeIn(page, ['kitchen']);
    await page.evaluate(trick);
    await expect.poll(() => page.evaluate(IS_UP)).toBe(true);
    expect(await decisionOf(page)).toBeNull();
    await press(await sheetIn(page), /^Post as it is/);
    await expect.poll(() => decisionOf(page)).toEqual({ decision: 'as-is' });
    await page.close();
  });

  it('that lays something over it gets no click for what nobody sees', async () => {
    const page = await stage.openSite();
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
    const page = await stage.openSite();
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
    const page = await stage.openSite();
    await nudgeIn(page, ['kitchen']);
    await page.evaluate(() => { setInterval(() => document.querySelector('dialog')?.remove(), 20); });
    await expect.poll(() => decisionOf(page), { timeout: 20_000 }).toEqual({ decision: 'cancel' });
    await page.close();
  });
});

describe('a post that ends elsewhere', () => {
  it('takes everything away', async () => {
    const page = await stage.openSite();
    await nudgeIn(page, ['kitchen']);
    await page.evaluate(() => { window.harness.stop(); });
    await expect.poll(() => decisionOf(page)).toEqual({ decision: 'cancel' });
    expect(await page.locator('dialog').count()).toBe(0);
    await page.close();
  });
});

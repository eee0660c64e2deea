/** From choosing a file to the painted nudge, and on to its covered preview; printed, never judged. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { beforeAll, it } from 'vitest';
import { Chromium, chromiumPath, nudgeOf } from '../support/chromium';
import { describeWith } from '../support/needs';
import { enlarged } from '../support/photos';
import { setStage } from '../support/stage';
import { warmMedianOf } from './median';
import { pick } from './pick';

declare global {
  interface Window { paints?: { painted?: number; covered?: number } }
}

const RUNS = 7;
/** A person takes longer to choose a file than a browser to finish a page. */
const SETTLED_MS = 500;
const SIZES = [['12 MP', 4243, 2828], ['24 MP', 6000, 4000]] as const;
const PHOTOS = ['mother-daughter.jpg', 'children-laughing.jpg'];

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

describe('the wait for the nudge', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));
  beforeAll(() => stage.browser.context.addInitScript(notePaints));

  it.each(PHOTOS.flatMap((name) => SIZES.map((size) => [name, ...size] as const)))(
    'of %s at %s', async (name, label, width, height) => {
      const path = enlarged(stage.folder, name, width, height);
      const bytes = readFileSync(path);
      const service: number[] = [];
      const over: number[] = [];
      const covered: number[] = [];
      for (let run = 0; run <= RUNS; run++) {
        const asked = Date.now();
        await stage.service.analyse(bytes);
        service.push(Date.now() - asked);

        await stage.browser.forget();
        const page = await stage.openComposer();
        await pause(SETTLED_MS);
        const picked = await pick(page, path);
        const times = await paintsOf(await nudgeOf(page));
        over.push(times.painted - picked - (service.at(-1) ?? NaN));
        covered.push(times.covered - times.painted);
        await page.close();
      }
      const [alone, more, preview] = [service, over, covered].map((times) => warmMedianOf(times).toFixed(0));
      console.log(`${name} ${label}: service ${alone} ms, choice to painted nudge ${more} ms more, `
        + `covered preview ${preview} ms later (medians of ${RUNS}, each beside the service alone)`);
    }, 60_000);
});

/** Notes in the nudge's own page when its canvas got the plain picture and the covered one: the driver would be late. */
function notePaints(): void {
  if (location.protocol !== 'chrome-extension:') return;
  const small = new OffscreenCanvas(32, 32).getContext('2d', { willReadFrequently: true });
  let plain: number | null = null;
  const look = (): void => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-drawn]');
    if (!canvas || !small) return;
    small.drawImage(canvas, 0, 0, 32, 32);
    const seen = small.getImageData(0, 0, 32, 32).data.reduce((sum, value) => sum + value);
    if (plain === null) window.paints = { painted: Date.now() };
    plain ??= seen;
    if (seen === plain) return;
    window.paints = { ...window.paints, covered: Date.now() };
    clearInterval(looking);
  };
  const looking = setInterval(look, 8);
}

async function paintsOf(nudge: Frame): Promise<{ painted: number; covered: number }> {
  await nudge.waitForFunction(() => window.paints?.covered);
  return nudge.evaluate(() => ({ painted: window.paints?.painted ?? NaN, covered: window.paints?.covered ?? NaN }));
}

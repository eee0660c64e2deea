/** From choosing a file to the painted nudge, and on to its covered preview; printed, never judged. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { it } from 'vitest';
import { Chromium, chromiumPath, nudgeOf } from '../support/chromium';
import { describeWith } from '../support/needs';
import { enlarged } from '../support/photos';
import { setStage } from '../support/stage';

const RUNS = 5;
const SIZES = [['12 MP', 4243, 2828], ['24 MP', 6000, 4000]] as const;
const PHOTOS = ['mother-daughter.jpg', 'children-laughing.jpg'];

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

describe('the wait for the nudge', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it.each(PHOTOS.flatMap((name) => SIZES.map((size) => [name, ...size] as const)))(
    'of %s at %s', async (name, label, width, height) => {
      const path = enlarged(stage.folder, name, width, height);
      const bytes = readFileSync(path);
      const service: number[] = [];
      const painted: number[] = [];
      const covered: number[] = [];
      for (let run = 0; run <= RUNS; run++) {
        const asked = Date.now();
        await stage.service.analyse(bytes);
        service.push(Date.now() - asked);

        await stage.browser.forget();
        const page = await stage.openComposer();
        const picked = await pick(page, path);
        const times = await paintsOf(await nudgeOf(page));
        painted.push(times.painted - picked);
        covered.push(times.covered - times.painted);
        await page.close();
      }
      const [alone, nudge, preview] = [service, painted, covered].map(medianOf);
      console.log(`${name} ${label}: service ${alone} ms, choice to painted nudge ${nudge} ms, `
        + `covered preview ${preview} ms later (medians of ${RUNS})`);
    }, 120_000);
});

/** Gives the input its file as the browser's own picker does; when that was (Date.now()). */
async function pick(page: Page, path: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send('DOM.getDocument');
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#files' });
  const picked = Date.now();
  await cdp.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  return picked;
}

/** When the plain picture and the covered one were on the nudge's canvas (Date.now()). */
function paintsOf(nudge: Frame): Promise<{ painted: number; covered: number }> {
  return nudge.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    const canvas = (): HTMLCanvasElement | null => document.querySelector('.photo canvas, canvas');
    while (!canvas()?.width) await frame();
    const painted = Date.now();
    const plain = canvas()?.toDataURL('image/jpeg', 0.3);
    while (canvas()?.toDataURL('image/jpeg', 0.3) === plain) await frame();
    return { painted, covered: Date.now() };
  });
}

function medianOf(values: number[]): string {
  const [, ...warm] = values;
  return (warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? NaN).toFixed(0);
}

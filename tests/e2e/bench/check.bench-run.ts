/** What the way through the extension adds to the check of a large photo; printed, never judged. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { Chromium, chromiumPath } from '../support/chromium';
import { describeWith } from '../support/needs';
import { enlarged } from '../support/photos';
import { setStage } from '../support/stage';
import { warmMedianOf } from './median';
import { pick } from './pick';

declare global {
  interface Window { given?: number }
}

const RUNS = 7;
const SETTLED_MS = 500;
const ABOUT_10_MB = 'quality=100, subsampling=0';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

describe('the check', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it('of a photo of about 10 MB', async () => {
    const path = enlarged(stage.folder, 'barkeeper-24mp.jpg', 6000, 4000, ABOUT_10_MB); // nobody is asked about it
    const bytes = readFileSync(path);
    const plain: number[] = [];
    const held: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const posted = performance.now();
      await stage.service.analyse(bytes);
      plain.push(performance.now() - posted);

      await stage.browser.forget();
      const page = await stage.openComposer();
      await pause(SETTLED_MS);
      const given = givenTo(page);
      const picked = await pick(page, path);
      held.push((await given) - picked);
      await stage.arrivals(run + 1);
      await page.close();
    }
    const alone = warmMedianOf(plain);
    const through = warmMedianOf(held);
    console.log(`${(bytes.length / 1e6).toFixed(1)} MB: plain POST ${alone.toFixed(0)} ms, choice to the page's own event `
      + `${through.toFixed(0)} ms, ${(through / alone).toFixed(2)} times (medians of ${RUNS})`);
  });
});

/** When the page gets the file, which is after the service's answer (Date.now()). */
async function givenTo(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((given) => {
    addEventListener('change', () => { given(Date.now()); }, { once: true });
  }));
}

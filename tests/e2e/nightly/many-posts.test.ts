/** 200 uploads, ten at a time, with the service killed and the background ended at random, in Chromium. */
import { it } from 'vitest';
import { Chromium, chromiumPath } from '../support/chromium';
import { postMany, randomFrom } from '../support/many-posts';
import { describeWith } from '../support/needs';
import { setStage } from '../support/stage';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

describe('200 photos while the service and the background die', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));
  const seed = process.env['PAUZA_SEED'] ?? String(Date.now());

  it(`all end decided: none is lost, comes twice or leaves undecided (PAUZA_SEED=${seed})`, async () => {
    await postMany(stage, 20, randomFrom(seed));
  }, 30 * 60_000);
});

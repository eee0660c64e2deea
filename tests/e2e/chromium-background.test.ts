/** The browser ends the extension's background, or the service dies, between two steps of a post, in Chromium. */
import { it } from 'vitest';
import { tellOfEnds } from './support/background-stories';
import { chromiumPath } from './support/chromium';
import { inChromium } from './support/chromium-person';
import { postMany, randomFrom } from './support/many-posts';
import { describeWith } from './support/needs';
import { setStage } from './support/stage';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

describe('a post in Chromium whose background ends', () => {
  const stage = setStage(inChromium.withExtension);
  tellOfEnds(inChromium, stage);
});

describe('many posts in Chromium while the service and the background die', () => {
  const stage = setStage(inChromium.withExtension);
  const seed = process.env['PAUZA_SEED'] ?? String(Date.now());

  it(`all end decided: none is lost, comes twice or leaves undecided (PAUZA_SEED=${seed})`, async () => {
    await postMany(stage, 4, randomFrom(seed));
  }, 180_000);
});

/** What a page and a person do with an input whose photo is held, in Chromium. */
import { chromiumPath } from './support/chromium';
import { inChromium } from './support/chromium-person';
import { tellOfHeldInputs } from './support/held-input-stories';
import { describeWith } from './support/needs';
import { setStage } from './support/stage';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

describe('a photo that is held in Chromium', () => {
  tellOfHeldInputs(inChromium, setStage((site, service) => inChromium.withExtension(site, service)));
});

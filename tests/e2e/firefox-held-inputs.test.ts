/** What a page and a person do with an input whose photo is held, in Firefox. */
import { firefoxPath } from './support/firefox';
import { inFirefox } from './support/firefox-person';
import { tellOfHeldInputs } from './support/held-input-stories';
import { describeWith } from './support/needs';
import { setStage } from './support/stage';

const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

describe('a photo that is held in Firefox', () => {
  tellOfHeldInputs(inFirefox, setStage((site, service) => inFirefox.withExtension(site, service)));
});

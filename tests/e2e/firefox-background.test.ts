/** The browser ends the extension's background between two steps of a post, in Firefox. */
import { tellOfEnds } from './support/background-stories';
import { firefoxPath } from './support/firefox';
import { inFirefox } from './support/firefox-person';
import { describeWith } from './support/needs';
import { setStage } from './support/stage';

const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

describe('a post in Firefox whose background ends', () => {
  const stage = setStage(inFirefox.withExtension);
  tellOfEnds(inFirefox, stage);
});

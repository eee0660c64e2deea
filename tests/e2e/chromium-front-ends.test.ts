/** A person gives a photo to real upload front ends, in Chromium. */
import { chromiumPath } from './support/chromium';
import { inChromium } from './support/chromium-person';
import { tellOf } from './support/front-end-stories';
import { FRONT_ENDS, PAGES } from './support/front-ends';
import { describeWith } from './support/needs';

describeWith('Chromium', chromiumPath, 'chrome-mv3')('Chromium', () => { tellOf(inChromium, FRONT_ENDS, PAGES, 'Front ends'); });

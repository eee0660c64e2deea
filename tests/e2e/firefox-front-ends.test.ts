/** A person picks a photo in real upload front ends, in Firefox. */
import { firefoxPath } from './support/firefox';
import { inFirefox } from './support/firefox-person';
import { tellOf } from './support/front-end-stories';
import { FRONT_ENDS, PAGES } from './support/front-ends';
import { describeWith } from './support/needs';

describeWith('Firefox', firefoxPath, 'firefox-mv3')('Firefox', () => { tellOf(inFirefox, FRONT_ENDS, PAGES, 'Front ends'); });

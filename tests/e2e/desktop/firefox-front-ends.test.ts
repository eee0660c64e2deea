/** A person drops a photo on real upload front ends, or pastes a picture there, in Firefox. */
import { setDesktop } from '../support/desktop';
import { atScreen, describeAtScreen } from '../support/firefox-person';
import { tellOf } from '../support/front-end-stories';
import { FRONT_ENDS, PAGES } from '../support/front-ends';

describeAtScreen()('Firefox', () => { tellOf(atScreen(setDesktop()), FRONT_ENDS, PAGES, 'Front ends'); });

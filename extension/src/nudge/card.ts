/** The card to which the nudge folds while the person sets the audience on the site. */
import { el } from '../look/dom';
import { speak } from '../words/speak';
import type { AudienceGuide } from './album';
import { makeDecisions } from './decisions';

export interface Card {
  element: HTMLElement;
  heading: HTMLElement;
}

export function makeCard(guide: AudienceGuide, done: () => void, back: () => void): Card {
  const { site, scope, steps } = guide;
  const heading = el('h1', { tabindex: '-1', id: 'card-heading' }, speak(`audience.${scope}.heading`, { site }));
  const offered = scope !== 'none';
  const element = el('section', { class: 'card', 'aria-labelledby': 'card-heading' },
    heading,
    el('p', {}, speak(`audience.${scope}.line`, { site })),
    ...(steps.length > 0 ? [el('ol', {}, ...steps.map((step) => el('li', {}, step))), verified(guide.checked)] : []),
    makeDecisions(speak('nudge.decisions'), [
      ...(offered ? [{ label: speak('audience.done'), act: done }] : []),
      { label: speak('audience.back'), act: back, harmless: true },
    ]),
  );
  return { element, heading };
}

function verified(checked: string | null): HTMLElement {
  const sentence = checked
    ? speak('audience.checked', { day: new Date(`${checked}T12:00`) })
    : speak('audience.notVerified');
  return el('p', { class: 'quiet' }, sentence);
}

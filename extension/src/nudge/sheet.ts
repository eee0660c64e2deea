/** The sheet of the nudge: heading, picture, decisions, footer. */
import { el } from '../look/dom';
import { speak } from '../words/speak';
import type { Album, Decision } from './album';
import { makeDecisions } from './decisions';
import { coveredPhotos, type State } from './state';

const TELLING = new Set(['place', 'names', 'people']);

interface Shown {
  element: HTMLElement;
  show(state: State): void;
}

export interface Sheet extends Shown {
  heading: HTMLElement;
}

interface Content {
  /** What stands in the picture's column, from top to bottom. */
  picture: readonly Shown[];
  acts: Record<Decision['decision'], () => void>;
}

export function makeSheet(album: Album, { picture, acts }: Content): Sheet {
  const total = album.photos.length;
  const heading = el('h1', { tabindex: '-1', id: 'heading' }, headingOf(album));
  const coverLine = line('');
  const clean = { label: speak('nudge.clean'), line: line(speak('nudge.cleanLine')), act: acts.clean };
  const decisions = makeDecisions(speak('nudge.decisions'), [
    { label: speak('nudge.cover'), line: coverLine, act: acts.cover },
    {
      label: speak('nudge.audience'),
      line: line(speak('nudge.audienceLine', { site: album.guide.site })),
      act: acts.audience,
    },
    ...(tellsPlaceOrName(album) ? [clean] : []),
    { label: speak('nudge.asIs'), line: line(speak('nudge.asIsLine', { total })), act: acts['as-is'] },
    { label: speak('nudge.cancel'), line: line(speak('nudge.cancelLine')), act: acts.cancel, harmless: true },
  ]);
  const element = el('div', { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'heading' },
    makeHeader(heading),
    el('div', { class: 'picture' }, ...picture.map((shown) => shown.element)),
    decisions,
    makeFooter());

  function show(state: State): void {
    for (const shown of picture) shown.show(state);
    coverLine.textContent = coveredPhotos(album, state) > 0
      ? speak('nudge.coverLine', { total })
      : speak('nudge.coverLineNone');
  }
  return { element, heading, show };
}

export function makeHeader(heading: HTMLElement): HTMLElement {
  return el('header', {}, heading, el('span', { class: 'name', 'aria-hidden': 'true' }, speak('nudge.name')));
}

function headingOf({ photos }: Album): string {
  const key = photos.some(({ verdict }) => verdict === 'child') ? 'nudge.child' : 'nudge.unsure';
  return speak(key, { total: photos.length });
}

/** Only then is a fifth decision worth its place. */
function tellsPlaceOrName({ photos }: Album): boolean {
  return photos.some(({ hidden }) => hidden.some(({ kind }) => TELLING.has(kind)));
}

function line(text: string): HTMLElement {
  return el('span', { class: 'line' }, text);
}

function makeFooter(): HTMLElement {
  const how = (['howFaces', 'howKept', 'howLimits'] as const).map((key) => el('p', {}, speak(`nudge.${key}`)));
  return el('footer', { class: 'quiet' },
    el('p', {}, speak('nudge.footer')),
    el('details', {}, el('summary', {}, speak('nudge.how')), ...how));
}

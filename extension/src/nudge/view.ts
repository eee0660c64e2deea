/** The nudge as a page: renders the state, says what changed, tells the host what was decided. */
import { el, onTrusted } from '../look/dom';
import { speak } from '../words/speak';
import type { Album, Decision } from './album';
import { makeCard } from './card';
import type { Channel } from './channel';
import { makeDecisions } from './decisions';
import { makePhoto } from './photo';
import { makePreviews } from './previews';
import { begin, coveredPhotos, coverOf, decide, next, type Happening, type State } from './state';
import { makeStrip } from './strip';
import { makeTools } from './tools';

/** Of the folded card with the room around it, in CSS pixels; its height follows from its text. */
const CARD_WIDTH = 432;

/** Shows the nudge in `root` and keeps it until the host takes it away. */
export function showNudge(root: HTMLElement, album: Album, channel: Channel): void {
  const previews = makePreviews(channel.ask);
  const photo = makePhoto(album, previews, happen);
  const strip = makeStrip(album, previews, happen);
  const tools = makeTools(album, happen);
  const coverLine = line('');
  const said = el('p', { class: 'for-ears', role: 'status' });
  const heading = el('h1', { tabindex: '-1', id: 'heading' }, headingOf(album));
  const sheet = el('div', { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'heading' },
    el('header', {}, heading, el('span', { class: 'name', 'aria-hidden': 'true' }, speak('nudge.name'))),
    el('div', { class: 'picture' }, photo.element, tools.element, strip.element),
    makeDecisions(speak('nudge.decisions'), [
      { label: speak('nudge.cover'), line: coverLine, act: () => { decided('cover'); } },
      {
        label: speak('nudge.audience'),
        line: line(speak('nudge.audienceLine', { site: album.guide.site })),
        act: () => { happen({ kind: 'fold' }); },
      },
      {
        label: speak('nudge.asIs'),
        line: line(speak('nudge.asIsLine', { total: album.photos.length })),
        act: () => { decided('as-is'); },
      },
      { label: speak('nudge.cancel'), line: line(speak('nudge.cancelLine')), act: () => { decided('cancel'); } },
    ]),
    makeFooter(), said,
  );
  const card = makeCard(album.guide, () => { decided('audience'); }, () => { happen({ kind: 'unfold' }); });
  let state = begin(album);

  function happen(what: Happening): void {
    const wasFolded = state.folded;
    state = next(album, state, what);
    if (state.folded !== wasFolded) place();
    else show();
    said.textContent = sayOf(what, state);
  }

  function show(): void {
    photo.show(state);
    strip.show(state);
    tools.show(state);
    const covered = coveredPhotos(album, state);
    coverLine.textContent = covered > 0
      ? speak('nudge.coverLine', { total: album.photos.length })
      : speak('nudge.coverLineNone');
  }

  function place(): void {
    root.className = state.folded ? 'folded' : 'scrim';
    root.replaceChildren(state.folded ? card.element : sheet);
    if (state.folded) {
      root.style.inlineSize = `min(${CARD_WIDTH}px, 100vw)`; // to measure at the width that the host will give
      channel.tell({ kind: 'fold', card: { width: CARD_WIDTH, height: root.scrollHeight } });
      card.heading.focus();
    } else {
      root.style.inlineSize = '';
      channel.tell({ kind: 'unfold' });
      heading.focus();
    }
  }

  function decided(decision: Decision['decision']): void {
    channel.tell({ kind: 'decided', decision: decide(album, state, decision) });
  }

  onTrusted(document.documentElement, 'keydown', ({ key }) => { if (key === 'Escape') decided('cancel'); });
  root.className = 'scrim';
  root.replaceChildren(sheet);
  show();
  heading.focus();
}

function headingOf({ photos }: Album): string {
  const key = photos.some((photo) => photo.verdict === 'child') ? 'nudge.child' : 'nudge.unsure';
  return speak(key, { total: photos.length });
}

/** For those who hear the page: a button's new name alone is not always read out. */
function sayOf(what: Happening, state: State): string {
  if (what.kind === 'erase') return speak('nudge.drawnGone');
  if (what.kind !== 'toggle') return '';
  return speak('nudge.faceChanged', { number: what.face + 1, covered: coverOf(state).faces[what.face] ? 'yes' : 'no' });
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

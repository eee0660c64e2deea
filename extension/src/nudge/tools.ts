/** Below the photo: before or after, a hint, and a button for a region that no face stands for. */
import { el, onTrusted } from '../look/dom';
import { speak } from '../words/speak';
import type { Album } from './album';
import { regionInTheMiddle } from './geometry';
import type { Happening, State } from './state';

export interface Tools {
  element: HTMLElement;
  show(state: State): void;
}

export function makeTools(album: Album, happen: (what: Happening) => void): Tools {
  const views = (['before', 'after'] as const).map((view) => {
    const input = el('input', { type: 'radio', name: 'view', value: view });
    onTrusted(input, 'change', () => { happen({ kind: 'compare', view }); });
    return { view, input, label: el('label', {}, input, el('span', {}, speak(`nudge.${view}`))) };
  });
  const compare = el('div', { class: 'compare', role: 'radiogroup', 'aria-label': speak('nudge.compare') },
    ...views.map(({ label }) => label));
  const add = el('button', { type: 'button', class: 'plain' }, speak('nudge.add'));
  const hint = el('p', { class: 'quiet hint' }, speak('nudge.hint'));
  const element = el('div', { class: 'tools' }, compare, add, hint);
  let shown: number | null = null;

  onTrusted(add, 'click', () => {
    const analysis = shown === null ? undefined : album.photos[shown];
    if (analysis) happen({ kind: 'draw', region: regionInTheMiddle(analysis.photo) });
  });

  function show(state: State): void {
    shown = state.shown;
    for (const { view, input } of views) input.checked = view === state.view;
  }
  return { element, show };
}

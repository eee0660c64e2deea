/** The strip of an album: a small picture for each photo; a tap shows it. */
import { el, onTrusted, setAttributes } from '../look/dom';
import { speak } from '../words/speak';
import type { Album } from './album';
import type { Previews } from './previews';
import { regionsOf, type Happening, type State } from './state';

export interface Strip {
  element: HTMLElement;
  show(state: State): void;
}

export function makeStrip(album: Album, previews: Previews, happen: (what: Happening) => void): Strip {
  const buttons = album.photos.map((_, photo) => {
    const small = el('canvas', { 'aria-hidden': 'true' });
    const button = el('button', { type: 'button' }, small, el('span', { class: 'covers' }));
    onTrusted(button, 'click', () => { happen({ kind: 'look', photo }); });
    return button;
  });
  const items = buttons.map((button) => el('li', {}, button));
  const hidden = buttons.length < 2;
  const element = el('ul', { class: 'strip', 'aria-label': speak('nudge.strip'), hidden }, ...items);
  if (buttons.length > 1) void fill(buttons, previews);

  function show(state: State): void {
    buttons.forEach((button, index) => {
      const covers = regionsOf(album, state, index).length;
      button.ariaLabel = speak('nudge.inStrip', { number: index + 1, total: buttons.length, covers });
      setAttributes(button, {
        'aria-current': index === state.shown && 'true', 'data-covers': covers > 0 && String(covers),
      });
      const count = button.querySelector('.covers');
      if (count) count.textContent = covers > 0 ? String(covers) : '';
    });
  }
  return { element, show };
}

/** One after the other: the photo that is looked at comes first at the service. */
async function fill(buttons: HTMLButtonElement[], previews: Previews): Promise<void> {
  for (const [index, button] of buttons.entries()) {
    const bitmap = await previews.small(index).catch(() => null); // an empty place stays usable
    const canvas = button.querySelector('canvas');
    if (!bitmap || !canvas) continue;
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  }
}

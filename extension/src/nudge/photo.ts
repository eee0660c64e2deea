/** One photo of the album: its picture, a button on each face, regions drawn by hand. */
import { el } from '../look/dom';
import type { Analysis } from '../wire';
import { speak } from '../words/speak';
import type { Album } from './album';
import type { Size } from './geometry';
import { drawByDrag, makeDrawnMarks, type DrawnMarks } from './draw';
import { makeFaceMarks, nameFaceMark } from './faces';
import { makePicture } from './picture';
import type { Previews } from './previews';
import { coverOf, type Happening, type State } from './state';

export interface Photo {
  element: HTMLElement;
  show(state: State): void;
}

export function makePhoto(album: Album, previews: Previews, happen: (what: Happening) => void): Photo {
  const failure = el('p', { class: 'no-preview', role: 'status', hidden: true }, speak('nudge.noPreview'));
  const picture = makePicture(album, previews, (yes) => { failure.hidden = !yes; });
  let shown: number | null = null;
  let faces: HTMLButtonElement[] = [];
  let drawn: DrawnMarks | null = null;

  const size = (): Size => album.photos[shown ?? 0]?.photo ?? { width: 1, height: 1 };
  const outline = drawByDrag(picture.element, size, happen);
  // Pictures are not mirrored where text runs from right to left.
  const element = el('div', { class: 'photo', role: 'group', dir: 'ltr' }, picture.element, outline, failure);

  function open(index: number, analysis: Analysis): void {
    shown = index;
    element.ariaLabel = nameOf(index, album.photos.length);
    element.style.setProperty('--ratio', String(analysis.photo.width / analysis.photo.height));
    picture.clear();
    drawn?.remove();
    for (const mark of faces) mark.remove();
    faces = makeFaceMarks(analysis, element, happen);
    element.append(...faces);
    drawn = makeDrawnMarks(analysis.photo, element, happen);
  }

  function show(state: State): void {
    const analysis = album.photos[state.shown];
    if (!analysis) return;
    if (shown !== state.shown) open(state.shown, analysis);
    const cover = coverOf(state);
    analysis.regions.forEach(({ face }, i) => { if (face !== null && faces[i]) nameFaceMark(faces[i], face, cover); });
    drawn?.show(cover);
    picture.show(state);
  }

  return { element, show };
}

function nameOf(index: number, total: number): string {
  return total > 1 ? speak('nudge.photo', { number: index + 1, total }) : speak('nudge.photoAlone');
}

/** A button on each face of the photo: a tap covers or uncovers it. */
import { onTrusted } from '../look/dom';
import type { Analysis, Region } from '../wire';
import { speak } from '../words/speak';
import type { Point } from './geometry';
import { makeMark, placeMark, pointIn } from './marks';
import type { Cover, Happening } from './state';

/** The marks of one photo, in the order of its regions; append them to `frame`. */
export function makeFaceMarks(
  { photo, regions }: Analysis, frame: HTMLElement, happen: (what: Happening) => void,
): HTMLButtonElement[] {
  const marks = regions.map((region) => {
    const mark = makeMark('face');
    placeMark(mark, region, photo);
    onTrusted(mark, 'click', (event) => {
      const meant = event.detail === 0 ? region : tapped(event); // 0: by keyboard or screen reader
      if (meant.face !== null) happen({ kind: 'toggle', face: meant.face });
    });
    return mark;

    function tapped(event: MouseEvent): Region {
      const under = document.elementsFromPoint(event.clientX, event.clientY);
      const candidates = regions.filter((_, i) => marks[i] && under.includes(marks[i]));
      return nearest(candidates, pointIn(frame, event, photo)) ?? region;
    }
  });
  return marks;
}

export function nameFaceMark(mark: HTMLElement, face: number, cover: Cover): void {
  const covered = cover.faces[face] ? 'yes' : 'no';
  mark.ariaLabel = speak('nudge.face', { number: face + 1, total: cover.faces.length, covered });
  mark.dataset.covered = covered;
}

/** Buttons are larger than small faces and overlap; a tap means the face whose middle is nearest. */
export function nearest(regions: readonly Region[], to: Point): Region | undefined {
  const distance = ({ cx, cy }: Region): number => Math.hypot(cx - to.x, cy - to.y);
  return [...regions].sort((a, b) => distance(a) - distance(b))[0];
}

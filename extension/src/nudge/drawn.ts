/** Regions drawn by hand over the photo: by drag, or by button and keys. */
import { el, onTrusted } from '../look/dom';
import type { Region } from '../wire';
import { speak } from '../words/speak';
import { onDrag, type Drag } from './drag';
import { moved, regionAfterKey, regionBetween, type Size } from './draw';
import { makeMark, placeMark, pointIn } from './marks';
import type { Cover, Happening } from './state';

/** Below this many CSS pixels a press is a tap, not a drag. */
const SLOP = 4;

export interface DrawnMarks {
  show(cover: Cover): void;
  remove(): void;
}

/** The marks of one photo, put into `frame`. */
export function makeDrawnMarks(photo: Size, frame: HTMLElement, happen: (what: Happening) => void): DrawnMarks {
  let regions: readonly Region[] = [];
  const marks: HTMLButtonElement[] = [];

  function make(index: number): HTMLButtonElement {
    const mark = makeMark('drawn');
    let dragged = false;
    const adjust = (region: Region | null): void => { if (region) happen({ kind: 'adjust', drawn: index, region }); };

    onTrusted(mark, 'click', () => { if (!dragged) happen({ kind: 'erase', drawn: index }); });
    onTrusted(mark, 'keydown', (event) => {
      const region = regions[index] && regionAfterKey(regions[index], event.key, photo);
      if (!region) return;
      event.preventDefault();
      adjust(region);
    });
    onDrag(mark, (start) => {
      const from = pointIn(frame, start, photo);
      const old = regions[index];
      dragged = false;
      const move = (at: PointerEvent): void => {
        dragged ||= isFar(start, at);
        const to = pointIn(frame, at, photo);
        if (dragged && old) adjust(moved(old, to.x - from.x, to.y - from.y, photo));
      };
      return { move, end: () => undefined };
    });
    return mark;
  }

  function show(cover: Cover): void {
    regions = cover.drawn;
    while (marks.length > regions.length) marks.pop()?.remove();
    while (marks.length < regions.length) {
      const mark = make(marks.length);
      marks.push(mark);
      frame.append(mark);
      mark.focus({ preventScroll: true });
    }
    regions.forEach((region, i) => {
      const mark = marks[i];
      if (!mark) return;
      placeMark(mark, region, photo);
      mark.ariaLabel = speak('nudge.drawn', { number: i + 1, total: regions.length });
    });
  }

  return { show, remove: () => { for (const mark of marks) mark.remove(); } };
}

/** Lets mouse and pen draw on `surface`; a finger scrolls there and uses the button. */
export function drawByDrag(surface: HTMLElement, photo: () => Size, happen: (what: Happening) => void): HTMLElement {
  const outline = el('div', { class: 'outline', hidden: true });

  onDrag(surface, (start): Drag | null => {
    if (start.pointerType === 'touch') return null;
    const from = pointIn(surface, start, photo());
    const regionTo = (at: PointerEvent): Region | null => regionBetween(from, pointIn(surface, at, photo()), photo());
    return {
      move(at) {
        const region = regionTo(at);
        outline.hidden = !region;
        if (region) placeMark(outline, region, photo());
      },
      end(at) {
        outline.hidden = true;
        const region = at && regionTo(at);
        if (region) happen({ kind: 'draw', region });
      },
    };
  });
  return outline;
}

function isFar(a: PointerEvent, b: PointerEvent): boolean {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) > SLOP;
}

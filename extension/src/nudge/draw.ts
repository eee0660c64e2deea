/** Regions drawn by hand over the photo: by drag, or by button and keys. */
import { el, onTrusted } from '../look/dom';
import type { Region } from '../wire';
import { speak } from '../words/speak';
import { onDrag, type Drag } from './drag';
import { moved, regionAfterKey, regionBetween, type Size } from './geometry';
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
  const marks: HTMLButtonElement[] = [];
  let regions: readonly Region[] = [];

  function add(index: number): void {
    const mark = makeMark('drawn');
    const adjust = (region: Region): void => { happen({ kind: 'adjust', drawn: index, region }); };
    const region = (): Region | undefined => regions[index];
    const wasDragged = moveByDrag(mark, frame, photo, region, adjust);
    moveByKey(mark, photo, region, adjust);
    onTrusted(mark, 'click', ({ detail }) => {
      const byKey = detail === 0;
      if (byKey || !wasDragged()) happen({ kind: 'erase', drawn: index });
    });
    marks.push(mark);
    frame.append(mark);
    mark.focus({ preventScroll: true });
  }

  function show(cover: Cover): void {
    regions = cover.drawn;
    while (marks.length > regions.length) marks.pop()?.remove();
    while (marks.length < regions.length) add(marks.length);
    for (const [index, region] of regions.entries()) {
      const mark = marks[index];
      if (!mark) continue;
      placeMark(mark, region, photo);
      mark.ariaLabel = speak('nudge.drawn', { number: index + 1, total: regions.length });
    }
  }

  return { show, remove: () => { for (const mark of marks) mark.remove(); } };
}

function moveByKey(
  mark: HTMLElement, photo: Size, region: () => Region | undefined, adjust: (region: Region) => void,
): void {
  onTrusted(mark, 'keydown', (event) => {
    const old = region();
    const changed = old && regionAfterKey(old, event.key, photo);
    if (!changed) return;
    event.preventDefault();
    adjust(changed);
  });
}

/** Answers whether the last press was a drag; a click follows it all the same. */
function moveByDrag(
  mark: HTMLElement, frame: HTMLElement, photo: Size,
  region: () => Region | undefined, adjust: (region: Region) => void,
): () => boolean {
  let dragged = false;
  onDrag(mark, (start) => {
    const from = pointIn(frame, start, photo);
    const old = region();
    dragged = false;
    return {
      move(at) {
        dragged ||= isFar(start, at);
        const to = pointIn(frame, at, photo);
        if (dragged && old) adjust(moved(old, to.x - from.x, to.y - from.y, photo));
      },
      end: () => undefined,
    };
  });
  return () => dragged;
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

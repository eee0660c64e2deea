/** A mark over the photo: a button around a region, with soft arcs at its sides. */
import { el, shape } from '../look/dom';
import type { Region } from '../wire';
import type { Point, Size } from './geometry';

export function makeMark(kind: 'face' | 'drawn'): HTMLButtonElement {
  const arcs = shape('svg', { 'aria-hidden': 'true' }, arc('rim'), arc('line'));
  return el('button', { type: 'button', class: `mark ${kind}` }, arcs);
}

function arc(name: string): SVGElement {
  return shape('ellipse', { class: name, cx: '50%', cy: '50%', rx: '50%', ry: '50%', pathLength: '100' });
}

/** In parts of the photo, so that it stays right at every size. */
export function placeMark(mark: HTMLElement, region: Region, photo: Size): void {
  const part = (value: number, whole: number): string => `${((100 * value) / whole).toFixed(3)}%`;
  mark.style.insetInlineStart = part(region.cx, photo.width);
  mark.style.insetBlockStart = part(region.cy, photo.height);
  mark.style.inlineSize = part(region.width, photo.width);
  mark.style.blockSize = part(region.height, photo.height);
  mark.style.rotate = `${region.tilt}deg`;
}

/** Where in the photo a pointer is. */
export function pointIn(frame: HTMLElement, pointer: { clientX: number; clientY: number }, photo: Size): Point {
  const box = frame.getBoundingClientRect();
  return {
    x: ((pointer.clientX - box.left) / box.width) * photo.width,
    y: ((pointer.clientY - box.top) / box.height) * photo.height,
  };
}

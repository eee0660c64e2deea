/** Regions drawn by hand: pure geometry in pixels of the photo. */
import type { Region } from '../wire';

export interface Point { x: number; y: number }
export interface Size { width: number; height: number }

/** Smaller than this part of the photo's longer side, a drag was a slip of the hand. */
const SMALLEST = 0.02;
/** Of the photo's longer side: a region that was added by key or button, and one press of a key. */
const ADDED = 0.2;
const STEP = 0.02;
const GROWTH = 1.15;

/** The ellipse in the box between two corners, or null where that is too small to be meant. */
export function regionBetween(a: Point, b: Point, photo: Size): Region | null {
  const width = Math.abs(a.x - b.x);
  const height = Math.abs(a.y - b.y);
  const smallest = SMALLEST * longerSide(photo);
  if (width < smallest || height < smallest) return null;
  return { cx: (a.x + b.x) / 2, cy: (a.y + b.y) / 2, width, height, tilt: 0, face: null };
}

export function regionInTheMiddle(photo: Size): Region {
  const side = ADDED * longerSide(photo);
  return { cx: photo.width / 2, cy: photo.height / 2, width: side, height: side, tilt: 0, face: null };
}

/** What a key does to a region; null: nothing. */
export function regionAfterKey(region: Region, key: string, photo: Size): Region | null {
  const step = STEP * longerSide(photo);
  switch (key) {
    case 'ArrowLeft': return moved(region, -step, 0, photo);
    case 'ArrowRight': return moved(region, step, 0, photo);
    case 'ArrowUp': return moved(region, 0, -step, photo);
    case 'ArrowDown': return moved(region, 0, step, photo);
    case '+': case '=': return resized(region, GROWTH, photo);
    case '-': return resized(region, 1 / GROWTH, photo);
    default: return null;
  }
}

/** Its centre stays in the photo. */
export function moved(region: Region, dx: number, dy: number, photo: Size): Region {
  return { ...region, cx: within(region.cx + dx, photo.width), cy: within(region.cy + dy, photo.height) };
}

function resized(region: Region, factor: number, photo: Size): Region {
  const width = region.width * factor;
  const height = region.height * factor;
  const longest = Math.max(width, height);
  if (longest > longerSide(photo) || longest < SMALLEST * longerSide(photo)) return region;
  return { ...region, width, height };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

function longerSide(photo: Size): number {
  return Math.max(photo.width, photo.height);
}

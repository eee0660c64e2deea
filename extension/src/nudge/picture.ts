/** The picture on its canvas: plain, blended at a tap, exact as soon as the exact preview is here. */
import { el } from '../look/dom';
import type { Region } from '../wire';
import type { Album } from './album';
import { blend } from './blend';
import type { Previews } from './previews';
import { MOST_REGIONS, regionsOf, type State } from './state';

export interface Picture {
  element: HTMLCanvasElement;
  show(state: State): void;
  /** Takes away what another photo left. */
  clear(): void;
}

/** `failed` hears after each show() whether a preview could not be made. */
export function makePicture(album: Album, previews: Previews, failed: (yes: boolean) => void): Picture {
  const element = el('canvas', { 'aria-hidden': 'true' });
  let turn = 0; // of the last show(); what arrives for an earlier one is let go
  let asking: Promise<unknown> = Promise.resolve(); // one exact preview at a time, so that quick taps don't queue up
  let exact: { index: number; regions: Region[]; bitmap: ImageBitmap } | null = null;

  function show(state: State): void {
    const mine = ++turn;
    const current = (): boolean => mine === turn;
    const regions = state.view === 'after' ? regionsOf(album, state, state.shown) : [];
    paint(state.shown, regions, current).then(
      () => { if (current()) failed(false); },
      () => { if (current()) failed(true); },
    );
  }

  async function paint(index: number, regions: Region[], current: () => boolean): Promise<void> {
    const plain = await previews.plain(index);
    if (!current()) return;
    draw(element, plain);
    if (regions.length === 0) return;
    await sketch(index, regions, current);
    await asking;
    if (!current()) return;
    const asked = previews.covered(index, album.style, regions);
    asking = asked.catch(() => undefined);
    const bitmap = await asked;
    exact = { index, regions, bitmap };
    if (current()) draw(element, bitmap);
  }

  async function sketch(index: number, regions: Region[], current: () => boolean): Promise<void> {
    const photo = album.photos[index];
    if (!photo) return;
    const known = exact?.index === index ? exact : null;
    const drawn = regions.filter(({ face }) => face === null);
    blend(element, drawn, null, photo.photo.width);
    blend(element, drawn.filter((region) => known?.regions.includes(region)), known?.bitmap ?? null, photo.photo.width);
    const most = photo.regions.slice(0, MOST_REGIONS); // further ones come with the exact preview
    if (most.length === 0) return;
    const covered = await previews.covered(index, album.style, most);
    const faces = regions.filter(({ face }) => face !== null && most.some((region) => region.face === face));
    if (current()) blend(element, faces, covered, photo.photo.width);
  }

  return { element, show, clear: () => { element.width = 0; delete element.dataset.drawn; } };
}

/** Setting a canvas's size clears it, so only where it differs. */
function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  if (canvas.width !== bitmap.width) canvas.width = bitmap.width;
  if (canvas.height !== bitmap.height) canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  canvas.dataset.drawn = '';
}

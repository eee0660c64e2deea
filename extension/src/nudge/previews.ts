/** Previews of the photos as bitmaps: each is asked for once and kept while the nudge is open. */
import type { Region, Style } from '../wire';
import { SHOWN_SIDE, type Album, type PictureRequest } from './album';
import type { Channel } from './channel';

declare global {
  /** In both browsers; TypeScript 5.9 does not know it yet. */
  interface Uint8ArrayConstructor { fromBase64(text: string): Uint8Array<ArrayBuffer> }
}

const STRIP_SIDE = 160;

export interface Previews {
  plain(index: number): Promise<ImageBitmap>;
  covered(index: number, style: Style, regions: Region[]): Promise<ImageBitmap>;
  small(index: number): Promise<ImageBitmap>;
}

export function makePreviews({ photos }: Album, ask: Channel['ask']): Previews {
  const kept = new Map<string, Promise<ImageBitmap>>();

  function get(request: PictureRequest): Promise<ImageBitmap> {
    const key = JSON.stringify(request);
    const known = kept.get(key);
    if (known) return known;
    const asked = pictureOf(request).then((blob) => createImageBitmap(blob));
    kept.set(key, asked);
    asked.catch(() => kept.delete(key)); // to be asked for again when it is wanted again
    return asked;
  }

  /** The analysis brought the plain one along. */
  async function pictureOf(request: PictureRequest): Promise<Blob> {
    const brought = request.cover || request.maxSide !== SHOWN_SIDE ? null : photos[request.index]?.preview;
    return brought ? new Blob([Uint8Array.fromBase64(brought)]) : ask(request);
  }

  void get({ index: 0, maxSide: SHOWN_SIDE }); // decoded while the page is built

  return {
    plain: (index) => get({ index, maxSide: SHOWN_SIDE }),
    covered: (index, style, regions) => get({ index, maxSide: SHOWN_SIDE, cover: { style, regions } }),
    small: (index) => get({ index, maxSide: STRIP_SIDE }),
  };
}

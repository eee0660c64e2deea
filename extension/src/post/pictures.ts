/** The pictures that the nudge shows, made by the service when the nudge asks for them; the first one before that. */
import type { Ask, Messages } from '../messages';
import { SHOWN_SIDE, type Pictures } from '../nudge/album';

export function picturesOf(ask: Ask, photos: readonly File[]): Pictures {
  async function preview(index: number, wanted: Omit<Messages['gate-bg/preview']['payload'], 'photo'>): Promise<Blob> {
    const photo = photos[index];
    if (!photo) throw new RangeError(`There is no photo ${index} in this post.`);
    const answer = await ask('gate-bg/preview', { photo, ...wanted });
    if (!answer.ok) throw new Error(`No preview: ${answer.trouble}`);
    return answer.value;
  }

  let early: Promise<Blob> | null = preview(0, { maxSide: SHOWN_SIDE }); // is made while the nudge's page loads
  early.catch(() => null);

  /** Once: a picture that could not be made is tried again when it is asked for again. */
  function takeEarly(): Promise<Blob> | null {
    const taken = early;
    early = null;
    return taken;
  }

  return {
    plain: (index, maxSide) => (
      (index === 0 && maxSide === SHOWN_SIDE ? takeEarly() : null) ?? preview(index, { maxSide })
    ),
    covered: (index, maxSide, style, regions) => preview(index, { maxSide, cover: { style, regions } }),
  };
}

/** The pictures that the nudge shows, made by the service when the nudge asks for them. */
import type { Ask, Messages } from '../messages';
import type { Pictures } from '../nudge/album';

export function picturesOf(ask: Ask, photos: readonly File[]): Pictures {
  async function preview(index: number, wanted: Omit<Messages['gate-bg/preview']['payload'], 'photo'>): Promise<Blob> {
    const photo = photos[index];
    if (!photo) throw new RangeError(`There is no photo ${index} in this post.`);
    const answer = await ask('gate-bg/preview', { photo, ...wanted });
    if (!answer.ok) throw new Error(`No preview: ${answer.trouble}`);
    return answer.value;
  }
  return {
    plain: (index, maxSide) => preview(index, { maxSide }),
    covered: (index, maxSide, style, regions) => preview(index, { maxSide, cover: { style, regions } }),
  };
}

/** The pictures that the nudge shows, made by the service when the nudge asks for them. */
import type { Ask } from '../messages';
import type { Pictures } from '../nudge/album';

export function picturesOf(ask: Ask, photos: readonly File[]): Pictures {
  return async ({ index, ...wanted }) => {
    const photo = photos[index];
    if (!photo) throw new RangeError(`no photo ${index}`);
    const answer = await ask('gate-bg/preview', { photo, ...wanted });
    if (!answer.ok) throw new Error(answer.trouble);
    return answer.value;
  };
}

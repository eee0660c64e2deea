import { expect, it } from 'vitest';
import { redactionName } from './names';

it.each([
  ['beach.heic', 'image/heic', 'image/jpeg', 'beach.jpg'],
  ['beach.HEIC', '', 'image/jpeg', 'beach.jpg'],
  ['beach.avif', 'image/avif', 'image/jpeg', 'beach.jpg'],
  ['dance.gif', 'image/gif', 'image/png', 'dance.png'],
  ['beach.JPG', 'image/jpeg', 'image/jpeg', 'beach.JPG'],
  ['beach.jfif', 'image/jpeg', 'image/jpeg', 'beach.jfif'],
  ['beach', 'image/jpeg', 'image/jpeg', 'beach'],
  ['beach', 'image/heic', 'image/jpeg', 'beach.jpg'],
  ['really-a-jpeg.png', 'image/png', 'image/jpeg', 'really-a-jpeg.jpg'],
  ['v1.2 beach', 'image/heic', 'image/jpeg', 'v1.2 beach.jpg'],
  ['.heic', '', 'image/jpeg', '.jpg'],
  ['beach.webp', 'image/webp', 'image/unheard', 'beach.webp'],
])('%s of type "%s" that leaves as %s is called %s', (name, type, now, called) => {
  expect(redactionName(new File([], name, { type }), now)).toBe(called);
});

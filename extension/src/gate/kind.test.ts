import { describe, expect, it } from 'vitest';
import { mayBePhoto, mayShowPhoto, startsAsPicture } from './kind';

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const file = (name: string, type: string, head = ''): File => new File([bytes(head)], name, { type });

describe('a file', () => {
  it.each([
    ['a.jpg', 'image/jpeg'], ['a.bmp', 'image/bmp'], ['a.svg', 'image/svg+xml'], ['a', 'image/x-new'],
    ['a.heic', ''], ['A.JPG', ''], ['a.tif', 'application/octet-stream'], ['a.dng', 'application/x-raw'],
  ])('%s of type "%s" is a photo by its own word', async (name, type) => {
    expect(await mayShowPhoto(file(name, type))).toBe(true);
  });

  it.each([['a.mp4', 'video/mp4'], ['a.pdf', 'application/pdf'], ['a.txt', 'text/plain']])(
    '%s of type %s passes at once', (name, type) => { expect(mayBePhoto(file(name, type))).toBe(false); },
  );

  it('without a type is a photo by its first bytes', async () => {
    expect(await mayShowPhoto(file('download', '', '\xff\xd8\xff\xe0'))).toBe(true);
    expect(await mayShowPhoto(file('download', 'application/octet-stream', '\x89PNG\r\n'))).toBe(true);
    expect(await mayShowPhoto(file('download', '', 'PK\x03\x04'))).toBe(false);
  });

  it('that can not be read counts as a photo', async () => {
    const gone = file('download', '');
    gone.slice = () => { throw new DOMException('gone', 'NotReadableError'); };
    expect(await mayShowPhoto(gone)).toBe(true);
  });
});

describe('the first bytes', () => {
  it.each([
    ['JPEG', '\xff\xd8\xff\xe1'], ['PNG', '\x89PNG\r\n\x1a\n'], ['GIF', 'GIF89a'], ['WebP', 'RIFF\x10\n\0\0WEBPVP8 '],
    ['AVIF', '\0\0\0\x20ftypavif'], ['HEIC', '\0\0\0\x18ftypheic'], ['HEIF', '\0\0\0\x18ftypmif1'],
    ['BMP', 'BM\x36\x10\0\0\0\0\0\0'], ['TIFF', 'II*\0'], ['big TIFF', 'MM\0*'], ['JPEG XL', '\xff\x0a'],
    ['JPEG XL box', '\0\0\0\x0cJXL \r\n'], ['JPEG 2000', '\0\0\0\x0cjP  '], ['SVG', '\n<svg xmlns='],
  ])('of %s are known', (_, head) => { expect(startsAsPicture(bytes(head))).toBe(true); });

  it.each([
    ['MP4', '\0\0\0\x20ftypisom'], ['WAV', 'RIFF\x10\0\0\0WAVEfmt '], ['PDF', '%PDF-1.7'],
    ['text', 'BMW is a maker of cars'], ['nothing', ''],
  ])('of %s are no picture', (_, head) => { expect(startsAsPicture(bytes(head))).toBe(false); });
});

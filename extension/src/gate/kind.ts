/** Which files are photos. A photo of a kind that Pauza can't read is held as well, and ends as "not checked". */

/** Bytes that are enough to know a picture by. */
const HEAD = 32;

const PICTURE_NAME = /\.(jpe?g|jpe|jfif|png|apng|webp|gif|avif|hei[cf]s?|bmp|dib|tiff?|svgz?|jxl|jp2|ico|dng|cr[23]|nef|arw|orf|rw2)$/i;

/** Whether a file has to be held to look into it; known at once, while its event may still be stopped. */
export function mayBePhoto(file: File): boolean {
  return saysPhoto(file) || file.type === '' || file.type === 'application/octet-stream';
}

/** Whether a file is a photo, by what it says of itself or by its first bytes. */
export async function mayShowPhoto(file: File): Promise<boolean> {
  if (saysPhoto(file)) return true;
  if (!mayBePhoto(file)) return false;
  try {
    return startsAsPicture(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
  } catch {
    return true; // can't be read now: the check will say so
  }
}

function saysPhoto(file: File): boolean {
  return file.type.startsWith('image/') || PICTURE_NAME.test(file.name);
}

/** Marks as text, each character one byte. */
const MARKS: readonly RegExp[] = [
  /^\xff\xd8\xff/, // JPEG
  /^\x89PNG/,
  /^GIF8/,
  /^RIFF....WEBP/s,
  /^.{4}ftyp(avi[fs]|hei[cfmsx]|hev[cmsx]|mif1|msf1)/s, // AVIF, HEIC
  /^BM....\0\0\0\0/s,
  /^(II\*\0|MM\0\*)/, // TIFF and most raw files
  /^(\xff\x0a|\0\0\0\x0cJXL )/,
  /^\0\0\0\x0cjP {2}/, // JPEG 2000
  /^\s*<svg/i,
];

export function startsAsPicture(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head);
  return MARKS.some((mark) => mark.test(text));
}

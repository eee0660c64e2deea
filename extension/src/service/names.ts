/** The name of a redaction: the photo's own, with an ending that fits what the bytes are now. */

/** Kinds that the service writes, and the endings that their files go by; the first is the usual one. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png', 'apng'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
};

/** Endings of kinds that it reads only. */
const READ_ONLY = ['heic', 'heif', 'heics', 'heifs', 'hif', 'avif'];

const PICTURES = new Set([...Object.values(ENDINGS).flat(), ...READ_ONLY]);

export function redactionName(photo: File, type: string): string {
  const endings = ENDINGS[type] ?? [];
  const dot = photo.name.lastIndexOf('.');
  const ending = dot < 0 ? '' : photo.name.slice(dot + 1).toLowerCase();
  if (endings.includes(ending)) return photo.name;
  if (PICTURES.has(ending)) return photo.name.slice(0, dot + 1) + (endings[0] ?? ending);
  return photo.type === type ? photo.name : [photo.name, ...endings.slice(0, 1)].join('.');
}

/** The name of a redaction: the photo's own, with an ending that fits what the bytes are now. */

/** Kinds that the service writes, and the endings that their files go by; the first is the usual one. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png', 'apng'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
};

const OTHERS = ['heic', 'heif', 'heics', 'heifs', 'avif', 'hif'];

export function redactionName(photo: File, type: string): string {
  const endings = ENDINGS[type];
  const usual = endings?.[0];
  if (!endings || !usual) return photo.name;
  const [, stem, ending] = /^(.*?)(?:\.([^.]*))?$/s.exec(photo.name) ?? [];
  const known = ending?.toLowerCase() ?? '';
  if (endings.includes(known) || (!isPictures(known) && photo.type === type)) return photo.name;
  return `${isPictures(known) ? stem : photo.name}.${usual}`;
}

function isPictures(ending: string): boolean {
  return OTHERS.includes(ending) || Object.values(ENDINGS).some((endings) => endings.includes(ending));
}

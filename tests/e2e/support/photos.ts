/** The shared photos, and what is made of them for the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { python } from './service';

const SHARED = process.env['PAUZA_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared');

export const photosAreHere = existsSync(join(SHARED, 'photos/photos.json'));

/** Where only the few photos of tests/photos.toml are, these show the like. */
const STAND_INS: Record<string, string> = {
  'children-laughing.jpg': 'class-storytime.jpg',
  'mother-daughter.jpg': 'class-two-children.jpg',
  'forest.jpg': 'women-stairs.jpg',
  'barkeeper-24mp.jpg': 'women-window.jpg',
};

/** Whether a photo, or one that stands in for it, is there. */
export function hasPhoto(name: string): boolean {
  return existsSync(pathOf(name));
}

function pathOf(name: string): string {
  const path = join(SHARED, 'photos', name);
  return existsSync(path) ? path : join(SHARED, 'photos', STAND_INS[name] ?? name);
}

export const MARKER = 'pauza-marker-of-the-original';

export function bytesOf(name: string): Buffer {
  return readFileSync(pathOf(name));
}

/** A shared photo as a file to choose; a JPEG gets a comment that only the original bytes carry. */
export function photoIn(folder: string, name: string, as = name): string {
  const path = join(folder, as);
  writeFileSync(path, name.endsWith('.jpg') ? marked(bytesOf(name)) : bytesOf(name));
  return path;
}

function marked(jpeg: Buffer): Buffer {
  const text = Buffer.from(MARKER);
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}

/** A shared photo enlarged to a camera's size; `saved` is how Pillow writes it. */
export function enlarged(folder: string, name: string, width: number, height: number, saved = 'quality=90'): string {
  const path = join(folder, `${width}x${height}-${name}`);
  pillow(`I.open(${at(name)}).resize((${width}, ${height})).save(${JSON.stringify(path)}, ${saved})`);
  writeFileSync(path, marked(readFileSync(path)));
  return path;
}

/** A shared photo whose file tells where it was taken (a place on the open sea). */
export function withPlace(folder: string, name: string): string {
  const path = join(folder, `placed-${name}`);
  pillow(`i = I.open(${at(name)}); e = i.getexif(); `
    + 'e.get_ifd(0x8825).update({1: "N", 2: (42.0, 0.0, 0.0), 3: "E", 4: (16.0, 0.0, 0.0)}); '
    + `i.save(${JSON.stringify(path)}, exif=e, quality=90)`);
  writeFileSync(path, marked(readFileSync(path)));
  return path;
}

/** A shared photo as an animation of two frames, small enough for a GIF. */
export function animated(folder: string, name: string): string {
  const path = join(folder, `${name}.gif`);
  pillow(`i = I.open(${at(name)}).reduce(2); i.save(${JSON.stringify(path)}, save_all=True, append_images=[i.rotate(1)])`);
  return path;
}

/** A shared photo as a PNG, which is what a clipboard carries. */
export function asPng(name: string): Buffer {
  return Buffer.from(pillow(`I.open(${at(name)}).save(o, "png"); print(base64.b64encode(o.getvalue()).decode())`), 'base64');
}

function at(name: string): string {
  return JSON.stringify(pathOf(name));
}

/** Runs a line of Python with Pillow, which the service has. */
function pillow(line: string): string {
  const { status, stdout, stderr } = spawnSync(
    python, ['-c', `import base64, io, PIL.Image as I; o = io.BytesIO(); ${line}`], { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

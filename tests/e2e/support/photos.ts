/** The shared photos, and what is made of them for the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { python } from './service';

const SHARED = process.env['PAUZA_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared');

export const photosAreHere = existsSync(join(SHARED, 'photos/photos.json'));

export const MARKER = 'pauza-marker-of-the-original';

export function bytesOf(name: string): Buffer {
  return readFileSync(join(SHARED, 'photos', name));
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

/** A shared photo enlarged to a camera's size. */
export function enlarged(folder: string, name: string, width: number, height: number): string {
  const path = join(folder, `${width}x${height}-${name}`);
  const enlarge = 'import sys, PIL.Image as I; I.open(sys.argv[1]).resize((int(sys.argv[3]), int(sys.argv[4]))).save(sys.argv[2], quality=90)';
  const { status, stderr } = spawnSync(
    python, ['-c', enlarge, join(SHARED, 'photos', name), path, String(width), String(height)], { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  writeFileSync(path, marked(readFileSync(path)));
  return path;
}

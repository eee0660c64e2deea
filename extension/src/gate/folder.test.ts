import { describe, expect, it } from 'vitest';
import { filesIn, topOf } from './folder';

const named = (name: string): File => new File([name], name);

function fileEntry(fullPath: string, file: File | null): FileSystemEntry {
  const read = (done: (file: File) => void, failed: () => void): void => { if (file) done(file); else failed(); };
  return { fullPath, isDirectory: false, file: read } as unknown as FileSystemEntry;
}

/** Gives what is in it in parts, as browsers do. */
function folderEntry(...parts: FileSystemEntry[][]): FileSystemEntry {
  const rest = [...parts, []];
  const reader = { readEntries: (done: (part: FileSystemEntry[]) => void) => { done(rest.shift() ?? []); } };
  return { isDirectory: true, createReader: () => reader } as unknown as FileSystemEntry;
}

describe('what is in dropped folders', () => {
  it('is found part by part and folder in folder, in its order', async () => {
    const inner = folderEntry([fileEntry('/album/day/b.jpg', named('b.jpg'))]);
    const album = folderEntry([fileEntry('/album/a.jpg', named('a.jpg'))], [inner]);
    const found = await filesIn([album, fileEntry('/c.jpg', named('c.jpg'))]);
    expect(found.map(({ file, path }) => [file.name, path])).toEqual([
      ['a.jpg', '/album/a.jpg'], ['b.jpg', '/album/day/b.jpg'], ['c.jpg', '/c.jpg'],
    ]);
  });

  it('is found without what can not be read', async () => {
    expect(await filesIn([folderEntry([fileEntry('/album/locked.jpg', null)])])).toEqual([]);
  });
});

it('a page sees the folders as files without a type, and the files beside them', () => {
  const photo = new File(['a'], 'c.jpg', { type: 'image/jpeg' });
  const top = topOf([named('a.jpg'), named('b.jpg'), photo], ['/album/a.jpg', '/album/day/b.jpg', '/c.jpg']);
  expect(top.map(({ name, type, size }) => [name, type, size])).toEqual([['album', '', 0], ['c.jpg', 'image/jpeg', 1]]);
});

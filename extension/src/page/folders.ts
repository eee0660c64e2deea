/** Folders of released drops, built anew from the paths of their files. */
import { handleFor } from './handles';
import { standIn } from './natives';

export interface Folder {
  name: string;
  path: string;
  /** Files and folders by their names. */
  inside: Map<string, File | Folder>;
}

export function isFolder(thing: File | Folder): thing is Folder {
  return 'inside' in thing;
}

export function folderOf(path: string): Folder {
  return { name: path.slice(path.lastIndexOf('/') + 1), path, inside: new Map() };
}

/** Puts a file where its path says (`/album/day 1/a.jpg`); it keeps its own name, which a decision may have changed. */
export function put(root: Folder, path: string, file: File): void {
  let folder = root;
  for (const name of path.split('/').slice(1, -1)) {
    const there = folder.inside.get(name);
    const inner = there && isFolder(there) ? there : folderOf(`${folder.path}/${name}`);
    folder.inside.set(name, inner);
    folder = inner;
  }
  folder.inside.set(file.name, file);
}

/** A handle of a folder that is to be read, not written. */
export function folderHandleFor(folder: Folder): FileSystemDirectoryHandle {
  return standIn(FileSystemDirectoryHandle.prototype, {
    kind: 'directory',
    name: folder.name,
    entries: () => entriesOf(folder),
    [Symbol.asyncIterator]: () => entriesOf(folder),
    keys: () => mapped(folder, ([name]) => name),
    values: () => mapped(folder, ([, handle]) => handle),
  });
}

// eslint-disable-next-line @typescript-eslint/require-await -- what reads a folder waits for each
async function* entriesOf(folder: Folder): AsyncGenerator<[string, FileSystemHandle]> {
  for (const thing of folder.inside.values()) {
    yield [thing.name, isFolder(thing) ? folderHandleFor(thing) : handleFor(thing)];
  }
}

async function* mapped<T>(folder: Folder, pick: (entry: [string, FileSystemHandle]) => T): AsyncGenerator<T> {
  for await (const entry of entriesOf(folder)) yield pick(entry);
}

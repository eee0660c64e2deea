/**
 * Handles of files. One that a person picked gives its file whenever the page asks, so the file is held there. A page's
 * own files, in its private storage, are none of ours.
 */
import { Carrier, fileAt } from './carrier';
import { around, method, standIn, whenDone } from './natives';
import { inTurn } from './lists';

const Later = Promise;
const hasMember = method(WeakSet.prototype, 'has');
const addMember = method(WeakSet.prototype, 'add');

/** Folders that the person picked: only by them can it be told that a handle is of a file inside. */
const folders: FileSystemDirectoryHandle[] = [];
/** Handles whose files were decided, and may be given as they are. */
const decided = new WeakSet();

export function markFolder(handle: FileSystemDirectoryHandle): void {
  folders[folders.length] = handle;
}

export function markDecided(handle: FileSystemFileHandle): void {
  addMember(decided, handle);
}

/**
 * A handle that gives a decided file. It writes to the real one, if there is one. No worker and no database takes it:
 * a real handle would give the original there (docs/decisions/41-a-handle-of-ours.md).
 */
export function handleFor(file: File, real?: FileSystemFileHandle): FileSystemFileHandle {
  return standIn(FileSystemFileHandle.prototype, {
    kind: 'file',
    name: file.name,
    getFile: () => Later.resolve(file),
    isSameEntry: (other) => (real ? real.isSameEntry(other) : Later.resolve(false)),
    ...(real && { createWritable: (options) => real.createWritable(options) }),
  });
}

export function init(): void {
  if (typeof FileSystemFileHandle === 'undefined') return; // an insecure page
  const whetherOwn = ownTeller();
  around<Promise<File>>(FileSystemFileHandle.prototype, 'getFile', (self, original) => new Later((resolve, reject) => {
    const handle = self as FileSystemFileHandle; // else the original refuses it
    const hold = (file: File): void => {
      const carrier = new Carrier();
      carrier.add(file);
      carrier.handOver((files) => { resolve(fileAt(files, 0)); }, reject);
    };
    whetherOwn(handle, (own) => { whenDone(original(), own ? resolve : hold, reject); });
  }));
}

/** Tells whether a handle is of the page's private storage, or was decided. */
function ownTeller(): (handle: FileSystemFileHandle, answer: (own: boolean) => void) => void {
  const { storage } = navigator;
  const rootOf = method(StorageManager.prototype, 'getDirectory');
  const pathTo = method(FileSystemDirectoryHandle.prototype, 'resolve');

  function inStorage(handle: FileSystemFileHandle, answer: (own: boolean) => void): void {
    const no = (): void => { answer(false); };
    whenDone(rootOf(storage), (root) => {
      whenDone(pathTo(root, handle), (path) => { answer(path !== null); }, no);
    }, no);
  }

  return (handle, answer) => {
    let picked = false;
    const lookIn = (folder: FileSystemDirectoryHandle, next: () => void): void => {
      whenDone(pathTo(folder, handle), (path) => { picked ||= path !== null; next(); }, next);
    };
    inTurn(folders, lookIn, () => {
      if (hasMember(decided, handle)) answer(true);
      else if (picked) answer(false);
      else inStorage(handle, answer);
    });
  };
}

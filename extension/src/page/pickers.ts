/** `showOpenFilePicker` and `showDirectoryPicker`, where browsers have them. No event tells of what is picked there. */
import { Carrier, fileAt } from './carrier';
import { handleFor, markDecided, markFolder } from './handles';
import { each, inTurn } from './lists';
import { around, method, whenDone } from './natives';

const Later = Promise;

export function init(): void {
  if (typeof FileSystemFileHandle === 'undefined') return;
  const fileOf = method(FileSystemFileHandle.prototype, 'getFile');

  around<Promise<FileSystemFileHandle[]>>(window, 'showOpenFilePicker', (_, original) => (
    new Later((resolve, reject) => {
      whenDone(original(), (handles) => {
        const carrier = new Carrier();
        const collect = (handle: FileSystemFileHandle, next: () => void): void => {
          whenDone(fileOf(handle), (file) => { carrier.add(file); next(); }, reject);
        };
        inTurn(handles, collect, () => {
          carrier.handOver((files, given) => { resolve(replaced(handles, files, given)); }, reject);
        });
      }, reject);
    })
  ));

  around<Promise<FileSystemDirectoryHandle>>(window, 'showDirectoryPicker', (_, original) => (
    new Later((resolve, reject) => {
      whenDone(original(), (folder) => { markFolder(folder); resolve(folder); }, reject);
    })
  ));
}

/** Handles for what was decided: the picked one where its file may be given as it is. */
function replaced(handles: FileSystemFileHandle[], files: FileList, given: FileList): FileSystemFileHandle[] {
  each(handles, (handle, index) => {
    const file = fileAt(files, index);
    if (file === fileAt(given, index)) markDecided(handle);
    else handles[index] = handleFor(file, handle);
  });
  return handles;
}

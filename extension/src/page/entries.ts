/**
 * Entries and handles of released drops. A drop that a script makes has none, and pages that look nowhere else would
 * find nothing (jQuery File Upload, plupload). What was in folders is told by the gate, with the path of each file.
 * Nor can a script say what may be done with its drop, and pages take none with which nothing may be (Fine Uploader).
 */
import { fileAt, filesOf } from './carrier';
import { onTold } from './channel';
import { folderHandleFor, folderOf, isFolder, put, type Folder } from './folders';
import { handleFor } from './handles';
import { around, getter, method } from './natives';

let dropped = folderOf('');
const fileOf = method(DataTransferItem.prototype, 'getAsFile');
const filesIn = getter(DataTransfer.prototype, 'files');
const countOf = getter(FileList.prototype, 'length');

export function init(): void {
  onTold('drop', (carrier, paths) => {
    dropped = folderOf('');
    paths.forEach((path, index) => { put(dropped, path, fileAt(filesOf(carrier), index)); });
  });
  around<FileSystemEntry | null>(DataTransferItem.prototype, 'webkitGetAsEntry', (item, original) => {
    const thing = thingIn(item as DataTransferItem);
    if (thing && isFolder(thing)) return entryFor(thing, ''); // Firefox gives the file that stands for it
    return original() ?? (thing && entryFor(thing, ''));
  });
  around<Promise<FileSystemHandle | null>>(DataTransferItem.prototype, 'getAsFileSystemHandle', (item, original) => {
    const thing = thingIn(item as DataTransferItem);
    return original().then((real) => real ?? (thing && (isFolder(thing) ? folderHandleFor(thing) : handleFor(thing))));
  });
  around<DataTransfer['effectAllowed']>(DataTransfer.prototype, 'effectAllowed', (transfer, original) => {
    const said = original();
    return said === 'none' && countOf(filesIn(transfer as DataTransfer)) > 0 ? 'copy' : said;
  });
}

/** What an item of a drop is: a folder, if a file without bytes stands for one of its name, else its file. */
function thingIn(item: DataTransferItem): File | Folder | null {
  const file = fileOf(item);
  const there = file?.size === 0 ? dropped.inside.get(file.name) : null;
  return there && isFolder(there) ? there : file;
}

function entryFor(thing: File | Folder, path: string): FileSystemEntry {
  const { name } = thing;
  const common = { name, fullPath: `${path}/${name}`, isDirectory: isFolder(thing), isFile: !isFolder(thing) };
  return isFolder(thing)
    ? plain<FileSystemDirectoryEntry>({ ...common, createReader: () => readerOf(thing) })
    : plain<FileSystemFileEntry>({ ...common, file: (done) => { later(() => { done(thing); }); } });
}

/** Gives everything at once, and then nothing: the sign of the end. */
function readerOf(folder: Folder): FileSystemDirectoryReader {
  let rest = [...folder.inside.values()];
  const readEntries = (done: (entries: FileSystemEntry[]) => void): void => {
    const entries = rest.map((thing) => entryFor(thing, folder.path));
    rest = [];
    later(() => { done(entries); });
  };
  return { readEntries };
}

/** Chromium has no name for the classes of entries, so that no page can ask for one. What is left out nobody reads. */
function plain<T extends FileSystemEntry>(members: Partial<T>): T {
  return members as T;
}

/** As the browser answers: never before the page goes on. */
function later(step: () => void): void {
  setTimeout(step);
}

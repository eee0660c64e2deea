/** The files in dropped folders. A drop names folders only; their files are looked up before they are held. */

/** A file with the place where a drop has it: `/album/day 1/a.jpg`. */
export interface Found {
  file: File;
  path: string;
}

/** To be called while the drop may be read. */
export function entriesOf(transfer: DataTransfer): FileSystemEntry[] {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  return items.flatMap((item) => item.webkitGetAsEntry() ?? []);
}

/** All files, folder by folder. What can't be read is left out, as it is by a page that reads a folder. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<Found[]> {
  const found = await Promise.all(entries.map((entry) => (
    isFolder(entry) ? childrenOf(entry).then(filesIn) : fileOf(entry as FileSystemFileEntry) // there is no third kind
  )));
  return found.flat();
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Browsers give a folder in parts, and nothing after the last. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const read = (): Promise<FileSystemEntry[]> => new Promise((resolve) => {
    reader.readEntries(resolve, () => { resolve([]); });
  });
  const children = [];
  for (let part = await read(); part.length > 0; part = await read()) children.push(...part);
  return children;
}

function fileOf(entry: FileSystemFileEntry): Promise<Found[]> {
  return new Promise((resolve) => {
    entry.file((file) => { resolve([{ file, path: entry.fullPath }]); }, () => { resolve([]); });
  });
}

/** What a page sees of such files at first: those beside the folders, and for each folder a file without a type. */
export function topOf(files: readonly File[], paths: readonly string[]): File[] {
  const top = new Map<string, File>();
  files.forEach((file, index) => {
    const [name = '', ...inside] = (paths[index] ?? '').split('/').slice(1);
    top.set(name, inside.length === 0 ? file : new File([], name));
  });
  return [...top.values()];
}

import { expect, it, vi } from 'vitest';
import { init } from './entries';

type Hear = (carrier: HTMLInputElement, paths: string[]) => void;
const gate = vi.hoisted((): { tell?: Hear } => ({}));
vi.mock('./channel', () => ({ onTold: (_: 'drop', hear: Hear) => { gate.tell = hear; } }));

/** As in Firefox, which makes an entry of every file that a script put into a drop. */
DataTransferItem.prototype.webkitGetAsEntry = function asEntry(this: DataTransferItem): FileSystemEntry {
  return { isDirectory: false, name: this.getAsFile()?.name, fullPath: 'the browser’s own' } as FileSystemEntry;
};
init();

/** As the gate tells of a released folder. */
function releaseAlbum(): void {
  const transfer = new DataTransfer();
  transfer.items.add(new File(['photo'], 'a.jpg'));
  const carrier = Object.assign(document.createElement('input'), { type: 'file', files: transfer.files });
  gate.tell?.(carrier, ['/album/a.jpg']);
}

function entryOf(file: File): FileSystemEntry | null {
  const { items } = new DataTransfer();
  items.add(file);
  return items[0]?.webkitGetAsEntry() ?? null;
}

it('the file that stands for a released folder is that folder to the page', async () => {
  releaseAlbum();
  const album = entryOf(new File([], 'album')) as FileSystemDirectoryEntry;
  expect([album.isDirectory, album.fullPath]).toEqual([true, '/album']);
  const inside = await new Promise<FileSystemEntry[]>((done) => { album.createReader().readEntries(done); });
  expect(inside.map(({ fullPath }) => fullPath)).toEqual(['/album/a.jpg']);
});

it('a file with bytes stays the browser’s own entry, though a folder of its name was dropped before', () => {
  releaseAlbum();
  expect(entryOf(new File(['text'], 'album'))?.fullPath).toBe('the browser’s own');
});

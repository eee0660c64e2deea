/** What stands in for the pickers of handles in Chromium, which no driver can use. */
import type { Page } from 'playwright-core';
import { bytesOf, MARKER } from './photos';

export const NO_DRIVER = 'no driver can use this picker: a file in the page’s private storage stands in for the picked one';

/** Before any script of the page, puts a photo in the page's private storage in the place of the one that is picked. */
export async function standIn(page: Page, photo: string): Promise<void> {
  const bytes = [...bytesOf(photo), ...Buffer.from(MARKER)];
  await page.evaluate(async (bytes) => {
    const root = await navigator.storage.getDirectory();
    const album = await root.getDirectoryHandle('album', { create: true });
    for (const [folder, name] of [[root, 'own.jpg'], [album, 'picked.jpg']] as const) {
      const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await file.write(new Uint8Array(bytes));
      await file.close();
    }
  }, bytes);
  await page.addInitScript(() => {
    const album = async (): Promise<FileSystemDirectoryHandle> => (await navigator.storage.getDirectory()).getDirectoryHandle('album');
    Object.assign(window, {
      showDirectoryPicker: album, showOpenFilePicker: async () => [await (await album()).getFileHandle('picked.jpg')],
    });
  });
  await page.reload();
}

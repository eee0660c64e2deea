/** A page attacks the gate, in Chromium: what it tries, and how it ends. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { describeWith } from './support/needs';
import { bytesOf, MARKER, photoIn } from './support/photos';
import { setStage } from './support/stage';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

const children = 'children-laughing.jpg';
const pick = (page: Page, path: string): Promise<void> => page.setInputFiles('input', path);

describe('a page', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it('that listens first and looks at its input all the time sees nothing of a held photo', async () => {
    const page = await stage.openComposer('hostile.html');
    await pick(page, photoIn(stage.folder, children));
    await nudgeOf(page);
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.close();
  });

  it('that opens its document anew sees nothing either', async () => {
    const page = await stage.openComposer('hostile.html');
    await page.evaluate(() => {
      document.open();
      document.write('<input type="file">');
      document.close();
      document.querySelector('input')?.addEventListener('change', (event) => {
        Object.assign(window, { seen: (event.target as HTMLInputElement).files?.length });
      });
    });
    await pick(page, photoIn(stage.folder, children));
    await nudgeOf(page);
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.close();
  });

  it('that greets the gate again, or speaks of a node of its own, gets no answer', async () => {
    const page = await stage.openComposer('hostile.html');
    const answered = await page.evaluate(() => {
      const node = document.createElement('i');
      dispatchEvent(new SubmitEvent('pauza', { submitter: node }));
      const carrier = Object.assign(document.createElement('input'), { type: 'file' });
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'a.jpg', { type: 'image/jpeg' }));
      carrier.files = transfer.files;
      return !node.dispatchEvent(new SubmitEvent('files', { submitter: carrier, cancelable: true }));
    });
    expect(answered).toBe(false);
    await page.close();
  });

  it('that changes what every object does finds no original on its way through the page’s world', async () => {
    const page = await stage.openComposer('readers.html');
    await page.addInitScript(() => {
      const album = async (): Promise<FileSystemFileHandle[]> => (
        [await (await navigator.storage.getDirectory()).getFileHandle('picked.jpg')]
      );
      Object.assign(window, { showOpenFilePicker: album });
    });
    await page.evaluate(async (bytes) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('picked.jpg', { create: true });
      const file = await handle.createWritable();
      await file.write(new Uint8Array(bytes));
      await file.close();
    }, [...bytesOf(children)]);
    await page.reload();
    await page.evaluate(() => {
      const spied = window as unknown as { seen: number };
      const spy = (prototype: object, name: string): void => {
        const original = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
        Object.defineProperty(prototype, name, {
          configurable: true, writable: true,
          value(this: unknown, ...args: unknown[]) {
            for (const one of [this, ...args]) if (one instanceof Blob || one instanceof HTMLInputElement) spied.seen++;
            return Reflect.apply(original, this, args);
          },
        });
      };
      spy(DataTransferItemList.prototype, 'add');
      spy(EventTarget.prototype, 'addEventListener');
      spy(EventTarget.prototype, 'dispatchEvent');
      spy(FileSystemFileHandle.prototype, 'getFile');
      spy(WeakSet.prototype, 'add');
      spy(Array.prototype, 'push');
      for (const name of ['submitter', 'bubbles', 'detail']) {
        Object.defineProperty(Object.prototype, name, {
          configurable: true, set: () => undefined,
          get(this: { submitter?: unknown }) { if (Object.hasOwn(this, 'submitter')) spied.seen++; return undefined; },
        });
      }
    });
    await page.locator('#file-picker').click();
    await nudgeOf(page);
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.close();
  });

  it('that makes many photos look picked opens one question at a time', async () => {
    const page = await stage.openComposer('hostile.html');
    await page.evaluate((bytes) => {
      const photo = new File([new Uint8Array(bytes)], 'a.jpg', { type: 'image/jpeg' });
      for (let n = 0; n < 20; n++) {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(photo);
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }
    }, [...bytesOf(children)]);
    await nudgeOf(page);
    expect(page.frames()).toHaveLength(2);
    await page.close();
  });

  it('that takes its input away while the photo is held is told of, and gets nothing', async () => {
    const page = await stage.openComposer('composer.html');
    await pick(page, photoIn(stage.folder, children));
    const nudge = await nudgeOf(page);
    await page.evaluate('document.querySelector("#files").remove()');
    await press(nudge, /^Post as it is/);
    await press(await nudgeOf(page), /^Cancel/);
    expect(stage.site.arrivals).toEqual([]);
    await page.close();
  });

  it('that sends its form by a script while the photo is held sends the decided one', async () => {
    const page = await stage.openComposer('composer.html');
    await pick(page, photoIn(stage.folder, children));
    const nudge = await nudgeOf(page);
    await page.evaluate(() => {
      const form = document.querySelector('form');
      Object.assign(form ?? {}, { method: 'post', enctype: 'multipart/form-data', action: '/upload' });
      form?.submit();
    });
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    await page.waitForURL('**/upload');
    const inForm = stage.site.arrivals.at(-1);
    expect([inForm?.name, inForm?.bytes.includes(MARKER)]).toEqual([children, false]);
    await page.close();
  });

  it('that prepares the window of a frame reads what is picked there: this is not held', async () => {
    const page = await stage.openComposer('hostile.html');
    await page.evaluate(() => {
      const frame = Object.assign(document.createElement('iframe'), { src: 'framed.html' });
      document.body.append(frame);
      frame.contentWindow?.addEventListener('input', (event) => {
        Object.assign(window, { seen: (event.target as HTMLInputElement).files?.length });
      }, true);
    });
    await page.frameLocator('iframe').locator('input').setInputFiles(photoIn(stage.folder, children));
    await expect.poll(() => page.evaluate('window.seen')).toBe(1);
    await page.close();
  });
});

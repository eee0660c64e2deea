/** A page reads what a person dropped, copied or picked in ways of its own, in Chromium. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, type TestContext } from 'vitest';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { copy, drop } from './support/hands';
import { describeWith } from './support/needs';
import { asPng, MARKER, photoIn } from './support/photos';
import { expectSame, setStage } from './support/stage';
import { NO_DRIVER, standIn } from './support/stand-in';
import { shows, type Surface } from './support/surface';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

const children = 'children-laughing.jpg';
function note(test: TestContext, kind: Surface['kind'], name: string, layer: string, standIn?: string): void {
  shows(test, { kind, name, browser: 'Chromium', layer, ...(standIn === undefined ? {} : { standIn }) });
}

/** A folder with a photo, and another in a folder inside. */
function album(folder: string): string {
  mkdirSync(join(folder, 'album/day 1'), { recursive: true });
  photoIn(join(folder, 'album'), children);
  photoIn(join(folder, 'album/day 1'), 'forest.jpg');
  return join(folder, 'album');
}

describe('what a page reads of a drop in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it.for(['entries', 'handles'])('is the decided photo: by %s', async (reader, test) => {
    note(test, 'Drops', `a page that reads ${reader} alone`, 'window; the page world gives the released ones');
    const page = await stage.openComposer('readers.html');
    await drop(page, page.locator(`#${reader}`), photoIn(stage.folder, children));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it.for(['entries', 'handles'])('is a whole folder in one question: by %s', async (reader, test) => {
    note(test, 'Drops', `a folder, read by ${reader}`, 'window; the page world gives the folder anew');
    const page = await stage.openComposer('readers.html');
    await drop(page, page.locator(`#${reader}`), album(stage.folder));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    const [first, second] = await stage.arrivals(2);
    expect([first?.path, second?.path]).toEqual([`/album/${children}`, '/album/day 1/forest.jpg']);
    await stage.expectCovered(first?.bytes);
    expectSame(second, join(stage.folder, 'album/day 1/forest.jpg'));
    await page.close();
  });
});

describe('what a page gets without an event in Chromium', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it('is the decided picture of the clipboard', async (test) => {
    note(test, 'Pastes', 'clipboard.read()', 'page world');
    const page = await stage.openComposer('readers.html');
    await copy(page, asPng(children));
    await page.locator('#clipboard').click();
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it.for([['showOpenFilePicker()', 'file-picker'], ['showDirectoryPicker()', 'folder-picker']] as const)(
    'is the decided photo of %s', async ([name, id], test) => {
      note(test, 'Pickers of handles', name, 'page world', NO_DRIVER);
      const page = await stage.openComposer('readers.html');
      await standIn(page, children);
      await page.locator(`#${id}`).click();
      const nudge = await nudgeOf(page);
      await stage.expectNothingLeft(page);
      await press(nudge, /^Cover and post/);
      stage.expectChanged(await stage.arrivals(1));
      await page.close();
    },
  );

  it.for(['clipboard', 'file-picker', 'folder-picker'])('is refused when it is cancelled: %s', async (id) => {
    const page = await stage.openComposer('readers.html');
    await standIn(page, children);
    await copy(page, asPng(children));
    await page.locator(`#${id}`).click();
    await press(await nudgeOf(page), /^Cancel/);
    await expect.poll(() => page.locator('#end').textContent()).toBe('AbortError');
    await stage.expectNothingLeft(page);
    await page.close();
  });

  it('is never asked about when it is a file of its own', async () => {
    const page = await stage.openComposer('readers.html');
    await standIn(page, children);
    await page.locator('#own').click();
    expect((await stage.arrivals(1))[0]?.bytes.includes(MARKER)).toBe(true);
    await page.close();
  });
});

describe('the same in Chromium without the extension', () => {
  const stage = setStage((site) => Chromium.start(site, { extension: false }));

  it.for(['entries', 'handles'])('arrives to the byte when dropped: by %s', async (reader) => {
    const page = await stage.openComposer('readers.html');
    await drop(page, page.locator(`#${reader}`), album(stage.folder));
    const arrivals = await stage.arrivals(2);
    expectSame(arrivals.find(({ path }) => path === `/album/${children}`), join(stage.folder, 'album', children));
    await page.close();
  });

  it.for(['file-picker', 'folder-picker'])('arrives to the byte when picked: %s', async (id) => {
    const page = await stage.openComposer('readers.html');
    await standIn(page, children);
    await page.locator(`#${id}`).click();
    expect((await stage.arrivals(1))[0]?.bytes.includes(MARKER)).toBe(true);
    await page.close();
  });

  it('arrives uncovered when read from the clipboard', async () => {
    const page = await stage.openComposer('readers.html');
    await copy(page, asPng(children));
    await page.locator('#clipboard').click();
    expect((await stage.service.analyse((await stage.arrivals(1))[0]?.bytes)).nudge).toBe(true);
    await page.close();
  });
});

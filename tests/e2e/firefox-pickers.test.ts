/** A person picks a photo in every way in which a page can open a picker, in Firefox. */
import { expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { Firefox, firefoxPath, nudgeOf, press } from './support/firefox';
import { describeWith } from './support/needs';
import { bytesOf, MARKER, photoIn } from './support/photos';
import { PICKERS } from './support/pickers';
import { expectSame, setStage } from './support/stage';
import { shows } from './support/surface';

const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

const OPENING = PICKERS.filter(({ except }) => except !== 'Firefox');

async function pickBy(page: Page, id: string, path: string): Promise<void> {
  const opened = page.waitForFileChooser();
  await page.click(`#${id}`);
  await (await opened).accept([path]);
}

const NO_FOLDERS = 'the driver refuses folders: a file that a script puts into the input stands in for a picked folder';

async function pickByScript(page: Page, id: string, photo: string): Promise<void> {
  await page.evaluate((id, bytes) => {
    const input = document.querySelector<HTMLInputElement>(`#${id}`);
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], 'a.jpg', { type: 'image/jpeg' }));
    if (input) input.files = transfer.files;
    for (const type of ['input', 'change']) input?.dispatchEvent(new Event(type, { bubbles: true }));
  }, id, [...bytesOf(photo), ...Buffer.from(MARKER)]);
}

describe('a pick in Firefox', () => {
  const stage = setStage((site, service) => Firefox.withExtension(site, service));

  it.for(OPENING)('is held: $name', async ({ id, name, layer }, test) => {
    shows(test, { kind: 'File inputs', name, browser: 'Firefox', layer });
    const page = await stage.openComposer('pickers.html');
    await pickBy(page, id, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it('of a folder is held', async (test) => {
    shows(test, {
      kind: 'File inputs', name: 'a folder (webkitdirectory)', browser: 'Firefox', layer: 'window', standIn: NO_FOLDERS,
    });
    const page = await stage.openComposer('pickers.html');
    await pickByScript(page, 'folder', 'children-laughing.jpg');
    const nudge = await nudgeOf(page);
    expect(stage.site.arrivals).toEqual([]);
    await press(nudge, 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });
});

describe('a pick in Firefox without the extension', () => {
  const stage = setStage((site) => Firefox.start(site));

  it.for(OPENING)('arrives to the byte: $name', async ({ id }) => {
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer('pickers.html');
    await pickBy(page, id, path);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });

  it('of a folder arrives with what was put there', async () => {
    const page = await stage.openComposer('pickers.html');
    await pickByScript(page, 'folder', 'children-laughing.jpg');
    expect((await stage.arrivals(1))[0]?.bytes.includes(MARKER)).toBe(true);
    await page.close();
  });
});

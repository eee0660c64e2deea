/** A page opens a picker of handles, in Chromium: Firefox has none. */
import { expect, it } from 'vitest';
import { chromiumPath } from './support/chromium';
import { inChromium } from './support/chromium-person';
import { describeWith } from './support/needs';
import { MARKER } from './support/photos';
import { setStage } from './support/stage';
import { NO_DRIVER, standIn } from './support/stand-in';
import { shows } from './support/surface';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

const children = 'children-laughing.jpg';
const PICKERS = [{ name: 'showOpenFilePicker()', id: 'file-picker' }, { name: 'showDirectoryPicker()', id: 'folder-picker' }];
const { pickHandle, isAsked, press } = inChromium;

describe('a pick of handles in Chromium', () => {
  const stage = setStage(inChromium.withExtension);

  it.for(PICKERS)('is held: $name', async ({ name, id }, test) => {
    shows(test, { kind: 'Pickers of handles', name, browser: 'Chromium', layer: 'page world', standIn: NO_DRIVER });
    const page = await stage.openComposer('readers.html');
    await pickHandle(page, `#${id}`, children);
    await isAsked(page);
    await stage.expectNothingLeft(page);
    await press(page, 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it.for(PICKERS)('is refused when it is cancelled: $name', async ({ id }) => {
    const page = await stage.openComposer('readers.html');
    await pickHandle(page, `#${id}`, children);
    await press(page, 'Cancel');
    await expect.poll(() => page.locator('#end').textContent()).toBe('AbortError');
    await stage.expectNothingLeft(page);
    await page.close();
  });

  it('is not what a page reads of a file of its own', async () => {
    const page = await stage.openComposer('readers.html');
    await standIn(page, children);
    await page.locator('#own').click();
    expect((await stage.arrivals(1))[0]?.bytes.includes(MARKER)).toBe(true);
    await page.close();
  });
});

describe('a pick of handles in Chromium without the extension', () => {
  const stage = setStage(inChromium.withoutExtension);

  it.for(PICKERS)('arrives to the byte: $name', async ({ id }) => {
    const page = await stage.openComposer('readers.html');
    await pickHandle(page, `#${id}`, children);
    expect((await stage.arrivals(1))[0]?.bytes.includes(MARKER)).toBe(true);
    await page.close();
  });
});

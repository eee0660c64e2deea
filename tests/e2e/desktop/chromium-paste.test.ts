/** A person pastes copied files, in Chromium on a screen: without a window it has no clipboard of the system. */
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { Chromium, chromiumPath, nudgeOf, press } from '../support/chromium';
import { desktopIsHere, setDesktop } from '../support/desktop';
import { paste } from '../support/hands';
import { describeWith } from '../support/needs';
import { MARKER, photoIn } from '../support/photos';
import { setStage } from '../support/stage';
import { shows } from '../support/surface';

const describe = describeWith('Chromium', desktopIsHere ? chromiumPath : undefined, 'chrome-mv3');
const NAMES = ['children-laughing.jpg', 'forest.jpg'];

describe('a paste of two copied files in Chromium', () => {
  const desktop = setDesktop();
  const stage = setStage((site, service) => Chromium.withExtension(site, service, desktop));

  it('is one question, and both arrive in their order', async (test) => {
    shows(test, { kind: 'Pastes', name: 'a copied file, into the page', browser: 'Chromium', layer: 'window' });
    const page = await stage.openComposer();
    const addresses = NAMES.map((name) => pathToFileURL(photoIn(stage.folder, name)).href);
    desktop.copy('text/uri-list', Buffer.from(addresses.join('\r\n')));
    await page.locator('h1').click();
    await paste(page);
    const nudge = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(nudge, /^Cover and post/);
    const arrivals = await stage.arrivals(2);
    expect(arrivals.map(({ name }) => name)).toEqual(NAMES);
    expect(arrivals[0]?.bytes.includes(MARKER)).toBe(false);
    await page.close();
  });
});

describe('a paste of two copied files in Chromium without the extension', () => {
  const desktop = setDesktop();
  const stage = setStage((site) => Chromium.start(site, { extension: false, desktop }));

  it('arrives with its marker', async () => {
    const page = await stage.openComposer();
    const [name = ''] = NAMES;
    desktop.copy('text/uri-list', Buffer.from(pathToFileURL(photoIn(stage.folder, name)).href));
    await page.locator('h1').click();
    await paste(page);
    expect((await stage.arrivals(1))[0]?.bytes.includes(MARKER)).toBe(true);
    await page.close();
  });
});

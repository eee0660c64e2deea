/** A person drags photos into a page and pastes them there, in Firefox. */
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { setDesktop } from '../support/desktop';
import { tellOfDrops } from '../support/drop-stories';
import { atScreen, describeAtScreen, spotOf } from '../support/firefox-person';
import { tellOfPastes } from '../support/paste-stories';
import { asPng, photoIn } from '../support/photos';
import { spyOnAll } from '../support/spies';
import { expectSame, setStage } from '../support/stage';
import { shows } from '../support/surface';

describeAtScreen()('Firefox', () => {
  const desktop = setDesktop();
  const person = atScreen(desktop);
  tellOfDrops(person, ['entries']);
  tellOfPastes(person);

  const stage = setStage(person.withExtension);

  it('asks about a file that was copied, and releases it to the byte on demand', async (test) => {
    shows(test, { kind: 'Pastes', name: 'a copied file, into the page', browser: 'Firefox', layer: 'window' });
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await page.bringToFront();
    desktop.copy('text/uri-list', Buffer.from(pathToFileURL(path).href));
    await desktop.click(await spotOf(page, 'h1'));
    desktop.press('ctrl+v');
    await person.press(page, 'Post as it is');
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });

  it('shows nothing of the clipboard to a page that changes what every object does', async () => {
    const page = await stage.openComposer('readers.html');
    await page.evaluate(spyOnAll);
    await person.letRead(page, '#clipboard', asPng('children-laughing.jpg'));
    await person.isAsked(page);
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.close();
  });
});

/** What is told of pastes, in each browser. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './person';
import { asPng } from './photos';
import { setStage, type Driven } from './stage';
import { shows, type Surface } from './surface';

export function tellOfPastes<B extends Driven>(person: Person<B> & Required<Pick<Person<B>, 'paste' | 'letRead'>>): void {
  const { browser, paste, letRead, isAsked, press } = person;
  const surface = (name: string, layer = 'window'): Surface => ({ kind: 'Pastes', name, browser, layer });
  let children: Buffer;
  beforeAll(() => { children = asPng('children-laughing.jpg'); });

  describe(`a paste in ${browser}`, () => {
    const stage = setStage(person.withExtension);

    it('into the page is asked about, and covered on demand', async (test) => {
      shows(test, surface('into the page'));
      const page = await stage.openComposer();
      await paste(page, 'h1', children);
      await isAsked(page);
      await stage.expectNothingLeft(page);
      await press(page, 'Cover and post');
      const [arrival] = await stage.arrivals(1);
      await stage.expectCovered(arrival?.bytes);
      expect(arrival).toMatchObject({ name: 'image.png', type: 'image/png' });
      await page.close();
    });

    it('never leaves when it is cancelled', async () => {
      const page = await stage.openComposer();
      await paste(page, 'h1', children);
      await press(page, 'Cancel');
      await paste(page, 'h1', asPng('forest.jpg')); // whatever came before would have come by now
      const [arrival] = await stage.arrivals(1);
      expect((await stage.service.analyse(arrival?.bytes)).nudge).toBe(false);
      await page.close();
    });

    it('into an editor puts the covered picture there', async (test) => {
      shows(test, surface('into an editor'));
      const page = await stage.openComposer();
      await paste(page, '#editor', children);
      await isAsked(page);
      expect(await page.evaluate('document.querySelector("#editor img")')).toBe(null);
      await press(page, 'Cover and post');
      await stage.expectCovered(await stage.pictureIn(page, '#editor'));
      await page.close();
    });

    it('that the page does itself, by reading the clipboard, gives it the covered picture', async (test) => {
      shows(test, surface('clipboard.read()', 'page world'));
      const page = await stage.openComposer('readers.html');
      await letRead(page, '#clipboard', children);
      await isAsked(page);
      await stage.expectNothingLeft(page);
      await press(page, 'Cover and post');
      await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
      await page.close();
    });

    it('that the page does itself is refused when it is cancelled', async () => {
      const page = await stage.openComposer('readers.html');
      await letRead(page, '#clipboard', children);
      await press(page, 'Cancel');
      await expect.poll(() => page.evaluate('document.querySelector("#end").textContent')).toBe('AbortError');
      await stage.expectNothingLeft(page);
      await page.close();
    });
  });

  describe(`a paste in ${browser} without the extension`, () => {
    const stage = setStage(person.withoutExtension);

    it('arrives uncovered', async () => {
      const page = await stage.openComposer();
      await paste(page, 'h1', children);
      expect((await stage.service.analyse((await stage.arrivals(1))[0]?.bytes)).nudge).toBe(true);
      await page.close();
    });

    it('arrives uncovered when the page reads the clipboard', async () => {
      const page = await stage.openComposer('readers.html');
      await letRead(page, '#clipboard', children);
      expect((await stage.service.analyse((await stage.arrivals(1))[0]?.bytes)).nudge).toBe(true);
      await page.close();
    });
  });
}

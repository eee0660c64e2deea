/** What is told of drops, in each browser. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Person } from './person';
import { photoIn } from './photos';
import { expectSame, setStage, type Driven } from './stage';
import { shows, type Surface } from './surface';

const CHILDREN = 'children-laughing.jpg';

/** `readers` are the ways to read a drop, beside its files, that the browser knows. */
export function tellOfDrops<B extends Driven>(
  person: Person<B> & Required<Pick<Person<B>, 'drop'>>, readers: readonly ('entries' | 'handles')[],
): void {
  const { browser, drop, isAsked, press } = person;
  const surface = (name: string, layer = 'window'): Surface => ({ kind: 'Drops', name, browser, layer });

  describe(`a drop in ${browser}`, () => {
    const stage = setStage(person.withExtension);

    it.each([CHILDREN, 'mother-daughter.jpg'])('of %s is asked about, and covered on demand', async (name) => {
      const page = await stage.openComposer();
      await drop(page, '#zone', photoIn(stage.folder, name));
      await isAsked(page);
      await stage.expectNothingLeft(page);
      await press(page, 'Cover and post');
      const [arrival] = await stage.arrivals(1);
      await stage.expectCovered(arrival?.bytes);
      expect(arrival?.name).toBe(name);
      await page.close();
    });

    it('is released to the byte when it is posted as it is', async (test) => {
      shows(test, surface('a zone that reads files'));
      const path = photoIn(stage.folder, CHILDREN);
      const page = await stage.openComposer();
      await drop(page, '#zone', path);
      await press(page, 'Post as it is');
      expectSame((await stage.arrivals(1))[0], path);
      await page.close();
    });

    it('never leaves when it is cancelled', async () => {
      const page = await stage.openComposer();
      await drop(page, '#zone', photoIn(stage.folder, CHILDREN));
      await press(page, 'Cancel');
      await drop(page, '#zone', photoIn(stage.folder, 'forest.jpg')); // whatever came before would have come by now
      expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
      await page.close();
    });

    it.each(['women-sofa.jpg', 'forest.jpg'])('of %s passes to the byte, without a question', async (name) => {
      const path = photoIn(stage.folder, name);
      const page = await stage.openComposer();
      await drop(page, '#zone', path);
      expectSame((await stage.arrivals(1))[0], path);
      await page.close();
    });

    it('of several files keeps their order', async (test) => {
      shows(test, surface('several files on a zone'));
      const names = ['forest.jpg', CHILDREN, 'dog.jpg'];
      const page = await stage.openComposer();
      await drop(page, '#zone', ...names.map((name) => photoIn(stage.folder, name)));
      await press(page, 'Cover and post');
      expect((await stage.arrivals(3)).map(({ name }) => name)).toEqual(names);
      await page.close();
    });

    it('on a file input becomes a pick, as the browser would make it', async (test) => {
      shows(test, surface('a file input'));
      const page = await stage.openComposer();
      await drop(page, '#files', photoIn(stage.folder, CHILDREN));
      await press(page, 'Cover and post');
      await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
      await page.close();
    });

    it('into an editor puts the covered picture there', async (test) => {
      shows(test, surface('an editor'));
      const page = await stage.openComposer();
      await drop(page, '#editor', photoIn(stage.folder, CHILDREN));
      await press(page, 'Cover and post');
      await stage.expectCovered(await stage.pictureIn(page, '#editor'));
      await page.close();
    });

    it('on a receiver that the page shows only for a drag finds it again', async (test) => {
      shows(test, surface('a zone that is there only during a drag'));
      const page = await stage.openComposer('late-zone.html');
      await drop(page, 'body', photoIn(stage.folder, CHILDREN));
      await press(page, 'Cover and post');
      await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
      await page.close();
    });

    it.for(readers)('is the decided photo for a page that reads %s', async (reader, test) => {
      shows(test, surface(`a page that reads ${reader} alone`, 'window; the page world gives the released ones'));
      const page = await stage.openComposer('readers.html');
      await drop(page, `#${reader}`, photoIn(stage.folder, CHILDREN));
      await isAsked(page);
      await stage.expectNothingLeft(page);
      await press(page, 'Cover and post');
      stage.expectChanged(await stage.arrivals(1));
      await page.close();
    });

    it.for(readers)('of a folder is one question for a page that reads %s', async (reader, test) => {
      shows(test, surface(`a folder, read by ${reader}`, 'window; the page world gives the folder anew'));
      const page = await stage.openComposer('readers.html');
      await drop(page, `#${reader}`, album(stage.folder));
      await isAsked(page);
      await stage.expectNothingLeft(page);
      await press(page, 'Cover and post');
      const [first, second] = await stage.arrivals(2);
      expect([first?.path, second?.path]).toEqual([`/album/${CHILDREN}`, '/album/day 1/forest.jpg']);
      await stage.expectCovered(first?.bytes);
      expectSame(second, join(stage.folder, 'album/day 1/forest.jpg'));
      await page.close();
    });
  });

  describe(`a drop in ${browser} without the extension`, () => {
    const stage = setStage(person.withoutExtension);

    it('arrives to the byte', async () => {
      const path = photoIn(stage.folder, CHILDREN);
      const page = await stage.openComposer();
      await drop(page, '#zone', path);
      expectSame((await stage.arrivals(1))[0], path);
      await page.close();
    });

    it.for(readers)('of a folder arrives to the byte for a page that reads %s', async (reader) => {
      const page = await stage.openComposer('readers.html');
      await drop(page, `#${reader}`, album(stage.folder));
      const arrivals = await stage.arrivals(2);
      expectSame(arrivals.find(({ path }) => path === `/album/${CHILDREN}`), join(stage.folder, 'album', CHILDREN));
      await page.close();
    });
  });
}

/** A folder with a photo, and another in a folder inside. */
function album(folder: string): string {
  mkdirSync(join(folder, 'album/day 1'), { recursive: true });
  photoIn(join(folder, 'album'), CHILDREN);
  photoIn(join(folder, 'album/day 1'), 'forest.jpg');
  return join(folder, 'album');
}

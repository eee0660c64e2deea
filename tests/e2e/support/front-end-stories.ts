/** What is told of each front end, in each browser: nothing but the covered photo arrives, and without the extension the original. */
import { describe, expect, it } from 'vitest';
import { setFrontEnds, type FrontEnd } from './front-ends';
import type { Person } from './person';
import { asPng, photoIn } from './photos';
import { expectSame, type Driven, type PageOf } from './stage';
import { NO_DRIVER } from './stand-in';
import { shows, type Surface } from './surface';

const CHILDREN = 'children-laughing.jpg';
const ALBUM = ['forest.jpg', CHILDREN, 'dog.jpg'];

/** One way of a front end to get a photo. */
interface Way<P> extends Pick<FrontEnd, 'page' | 'redraws'>, Pick<Surface, 'name' | 'layer' | 'standIn'> {
  give(page: P, path: string): Promise<void>;
}

/** With front ends that stand in a folder of pages, for a table of docs/surfaces.md; in each way that the person can go. */
export function tellOf<B extends Driven>(
  person: Person<B>, frontEnds: readonly FrontEnd[], pages: string, kind: Surface['kind'],
): void {
  const { browser, pick, isAsked, press } = person;
  const ways = frontEnds.flatMap((frontEnd) => waysOf(frontEnd, person));
  const albums = pick ? frontEnds.filter(({ inOrder }) => inOrder) : [];

  describe(`a front end in ${browser}`, () => {
    const stage = setFrontEnds(person.withExtension, pages);

    it.for(ways)('sends the covered photo alone. $name', async ({ page: address, redraws, give, ...way }, test) => {
      shows(test, { kind, browser, ...way });
      const page = await stage.openComposer(`${address}.html`);
      await give(page, photoIn(stage.folder, CHILDREN));
      await isAsked(page);
      await stage.expectNothingLeft(page);
      await press(page, 'Cover and post');
      const arrivals = await stage.arrivals(1);
      if (redraws) await stage.expectCovered(arrivals[0]?.bytes);
      else stage.expectChanged(arrivals);
      await page.close();
    });

    it.for(albums)('sends an album in its order, after one question. $name', async ({ name, page: address, picker = '', layer }, test) => {
      shows(test, { kind, browser, name: `${name}: pick of several`, layer });
      const paths = ALBUM.map((name) => photoIn(stage.folder, name));
      const page = await stage.openComposer(`${address}.html`);
      await pick?.(page, picker, ...paths);
      await press(page, 'Cover and post');
      const arrivals = await stage.arrivals(paths.length);
      expect(arrivals.map(({ name }) => name)).toEqual(ALBUM);
      await stage.expectCovered(arrivals[1]?.bytes);
      for (const index of [0, 2]) expectSame(arrivals[index], paths[index] ?? '');
      await page.close();
    });
  });

  describe(`a front end in ${browser} without the extension`, () => {
    const stage = setFrontEnds(person.withoutExtension, pages);

    it.for(ways)('sends the original. $name', async ({ page: address, redraws, give }) => {
      const path = photoIn(stage.folder, CHILDREN);
      const page = await stage.openComposer(`${address}.html`);
      await give(page, path);
      const [arrival] = await stage.arrivals(1);
      expect(await page.evaluate('window.seen')).not.toBe(0);
      if (redraws) expect((await stage.service.analyse(arrival?.bytes)).nudge).toBe(true);
      else expectSame(arrival, path);
      await page.close();
    });
  });
}

function waysOf<B extends Driven>(frontEnd: FrontEnd, { pick, pickHandle, drop, paste }: Person<B>): Way<PageOf<B>>[] {
  const { name, page, layer, redraws, picker, handlePicker, zone, editor } = frontEnd;
  const ofPick = { name: `${name}: pick`, page, layer, redraws };
  const atWindow = { page, layer: 'window', redraws };
  const ways: Way<PageOf<B>>[] = [];
  if (picker !== undefined && pick) ways.push({ ...ofPick, give: (page, path) => pick(page, picker, path) });
  if (handlePicker !== undefined && pickHandle) {
    ways.push({ ...ofPick, standIn: NO_DRIVER, give: (page) => pickHandle(page, handlePicker, CHILDREN) });
  }
  if (zone !== undefined && drop) {
    ways.push({ ...atWindow, name: `${name}: drop`, give: (page, path) => drop(page, zone, path) });
  }
  if (editor !== undefined && paste) { // the browser draws the picture anew on its way through the clipboard
    const give = (page: PageOf<B>): Promise<void> => paste(page, editor, asPng(CHILDREN));
    ways.push({ ...atWindow, name: `${name}: paste`, redraws: true, give });
  }
  return ways;
}

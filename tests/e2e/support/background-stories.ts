/** What is told, in each browser, of a post between whose steps the browser ends the extension's background. */
import { it } from 'vitest';
import type { Person } from './person';
import { photoIn } from './photos';
import { expectSame, type Driven, type PageOf, type Stage } from './stage';

interface Ending extends Driven {
  /** Comes back when the background has ended. */
  endBackground(page: PageOf<this>): Promise<void>;
}

export function tellOfEnds<B extends Ending>(
  { pick, isAsked, press }: Person<B> & Required<Pick<Person<B>, 'pick'>>, stage: Stage<B>,
): void {
  const children = (): string => photoIn(stage.folder, 'children-laughing.jpg');

  it('before the pick is asked about all the same', async () => {
    const page = await stage.openComposer();
    await stage.browser.endBackground(page);
    await pick(page, '#files', children());
    await press(page, 'Cover and post');
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('while the photo is checked is checked anew', async () => {
    const page = await stage.openComposer();
    await pick(page, '#files', children());
    await stage.browser.endBackground(page);
    await press(page, 'Cover and post');
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('while the person decides is covered as decided', async () => {
    const page = await stage.openComposer();
    await pick(page, '#files', children());
    await isAsked(page);
    await stage.browser.endBackground(page);
    await stage.expectNothingLeft(page);
    await press(page, 'Cover and post');
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('after the decision remembers it', async () => {
    const path = children();
    const page = await stage.openComposer();
    await pick(page, '#files', path);
    await press(page, 'Post as it is');
    await stage.arrivals(1);
    await stage.browser.endBackground(page);
    await page.close();
    const later = await stage.openComposer();
    await pick(later, '#files', path);
    expectSame((await stage.arrivals(2))[1], path);
    await later.close();
  });
}

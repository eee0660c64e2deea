/** What is told, in each browser, of what a page and a person do with an input whose photo is held. */
import { expect, it } from 'vitest';
import { MARKER, photoIn } from './photos';
import type { Person } from './person';
import type { Driven, PageOf, Stage } from './stage';

const CHILDREN = 'children-laughing.jpg';

export function tellOfHeldInputs<B extends Driven>(
  { pick, isAsked, press }: Person<B> & Required<Pick<Person<B>, 'pick'>>, stage: Stage<B>,
): void {
  async function held(input: string): Promise<PageOf<B>> {
    const page = await stage.openComposer('held-inputs.html');
    await pick(page, input, photoIn(stage.folder, CHILDREN));
    await isAsked(page);
    return page;
  }

  it('in a form that requires a file is waited for by the form', async () => {
    const page = await held('#required');
    await page.evaluate('document.querySelector("form button").click()');
    await press(page, 'Cover and post');
    const [arrival] = await stage.arrivals(1);
    expect([arrival?.name, arrival?.bytes.includes(MARKER)]).toEqual([CHILDREN, false]);
    await expect.poll(() => page.evaluate('location.pathname'), { timeout: 10_000 }).toBe('/upload');
    await page.close();
  });

  it.each([
    ['empties its form', 'document.querySelector("#plain").value = ""; for (const form of document.forms) form.reset()'],
    ['makes the input another one for a while', 'const one = document.querySelector("#plain"); one.type = "text"; one.type = "file"'],
  ])('is released all the same when the page %s', async (_, tricks) => {
    const page = await held('#plain');
    await page.evaluate(`{ ${tricks} }`);
    await stage.expectNothingLeft(page);
    await press(page, 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it('is asked about again when it is picked again after a cancel', async () => {
    const page = await held('#plain');
    await press(page, 'Cancel');
    await pick(page, '#plain', photoIn(stage.folder, CHILDREN));
    await isAsked(page);
    await stage.expectNothingLeft(page);
    await page.close();
  });

  it('is covered again, without a question, when it is picked again', async () => {
    const page = await held('#plain');
    await press(page, 'Cover and post');
    await stage.arrivals(1);
    await pick(page, '#plain', photoIn(stage.folder, CHILDREN));
    stage.expectChanged(await stage.arrivals(2));
    await page.close();
  });

  it('stays where it is when the page takes only what the browser itself says', async () => {
    const page = await held('#wary');
    await press(page, 'Post as it is');
    await pick(page, '#plain', photoIn(stage.folder, 'forest.jpg')); // whatever came before would have come by now
    expect((await stage.arrivals(1))[0]?.name).toBe('forest.jpg');
    await page.close();
  });
}

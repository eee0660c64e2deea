/** What is told, in each browser, of a page that attacks the gate: what it tries, and how it ends. */
import { expect, it } from 'vitest';
import type { Person } from './person';
import { bytesOf, MARKER, photoIn } from './photos';
import type { Driven, Stage } from './stage';
import { IS_UP, TRICKS } from './tricks';

const CHILDREN = 'children-laughing.jpg';

export function tellOfAttacks<B extends Driven>(
  { pick, pickBehind, isAsked, press }: Person<B> & Required<Pick<Person<B>, 'pick' | 'pickBehind'>>, stage: Stage<B>,
): void {
  const children = (): string => photoIn(stage.folder, CHILDREN);

  it('that listens first and looks at its input all the time sees nothing of a held photo', async () => {
    const page = await stage.openComposer('hostile.html');
    await pick(page, 'input', children());
    await isAsked(page);
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.close();
  });

  it('that opens its document anew sees nothing either', async () => {
    const page = await stage.openComposer('hostile.html');
    await page.evaluate(() => {
      document.open();
      document.write('<input type="file">');
      document.close();
      document.querySelector('input')?.addEventListener('change', (event) => {
        Object.assign(window, { seen: (event.target as HTMLInputElement).files?.length });
      });
    });
    await pick(page, 'input', children());
    await isAsked(page);
    expect(await page.evaluate('window.seen')).toBe(0);
    await page.close();
  });

  it('that greets the gate again, or speaks of a node of its own, gets no answer', async () => {
    const page = await stage.openComposer('hostile.html');
    const answered = await page.evaluate(() => {
      const node = document.createElement('i');
      dispatchEvent(new SubmitEvent('pauza', { submitter: node }));
      const carrier = Object.assign(document.createElement('input'), { type: 'file' });
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'a.jpg', { type: 'image/jpeg' }));
      carrier.files = transfer.files;
      return !node.dispatchEvent(new SubmitEvent('files', { submitter: carrier, cancelable: true }));
    });
    expect(answered).toBe(false);
    await page.close();
  });

  it('that makes many photos look picked opens one question at a time', async () => {
    stage.site.made = new Map([['/photo', bytesOf(CHILDREN)]]);
    const page = await stage.openComposer('hostile.html');
    await page.evaluate(async () => {
      const photo = new File([await (await fetch('/photo')).blob()], 'a.jpg', { type: 'image/jpeg' });
      for (let n = 0; n < 20; n++) {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(photo);
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }
    });
    await isAsked(page);
    expect(page.frames()).toHaveLength(2);
    await page.close();
  });

  it('that sends messages to every window decides nothing by them', async () => {
    const page = await stage.openComposer();
    await pick(page, '#files', children());
    await isAsked(page);
    await page.evaluate(() => {
      const { port1 } = new MessageChannel();
      for (const message of [null, 'as-is', { decision: 'as-is' }, { kind: 'decided', decision: { decision: 'as-is' } }]) {
        postMessage(message, '*', [new MessageChannel().port2]);
        port1.postMessage(message);
        for (let n = 0; n < window.length; n++) window[n]?.postMessage(message, '*');
      }
    });
    await stage.expectNothingLeft(page);
    await press(page, 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });

  it('that takes its input away while the photo is held is told of, and gets nothing', async () => {
    const page = await stage.openComposer();
    await pick(page, '#files', children());
    await isAsked(page);
    await page.evaluate('document.querySelector("#files").remove()');
    await press(page, 'Post as it is');
    await press(page, 'Cancel');
    expect(stage.site.arrivals).toEqual([]);
    await page.close();
  });

  it('in which a photo is picked while another is held gets both, in their order, once it is decided', async () => {
    const page = await stage.openComposer();
    await pick(page, '#files', children());
    await isAsked(page);
    await pickBehind(page, '#files', photoIn(stage.folder, 'forest.jpg'));
    await stage.expectNothingLeft(page);
    await press(page, 'Cover and post');
    expect((await stage.arrivals(2)).map(({ name }) => name)).toEqual([CHILDREN, 'forest.jpg']);
    await page.close();
  });

  it('that sends its form by a script while the photo is held sends the decided one', async () => {
    const page = await stage.openComposer();
    await pick(page, '#files', children());
    await isAsked(page);
    await page.evaluate(() => {
      const form = document.querySelector('form');
      Object.assign(form ?? {}, { method: 'post', enctype: 'multipart/form-data', action: '/upload' });
      form?.submit();
    });
    await stage.expectNothingLeft(page);
    await press(page, 'Cover and post');
    await expect.poll(() => page.evaluate('location.pathname').catch(() => ''), { timeout: 30_000 }).toBe('/upload');
    const inForm = stage.site.arrivals.at(-1);
    expect([inForm?.name, inForm?.bytes.includes(MARKER)]).toEqual([CHILDREN, false]);
    await page.close();
  });
}

/** In Chromium nudge-over-a-page.test.ts tells as much. */
export function tellOfTricks<B extends Driven>(
  { pick, isAsked, press }: Person<B> & Required<Pick<Person<B>, 'pick'>>, stage: Stage<B>,
): void {
  it.each(Object.entries(TRICKS))('that takes the nudge out of sight, as it %s, finds it up again, and nothing decided', async (_, trick) => {
    const page = await stage.openComposer();
    await pick(page, '#files', photoIn(stage.folder, CHILDREN));
    await isAsked(page);
    await page.evaluate(trick);
    await expect.poll(() => page.evaluate(IS_UP)).toBe(true);
    await stage.expectNothingLeft(page);
    await press(page, 'Cover and post');
    stage.expectChanged(await stage.arrivals(1));
    await page.close();
  });
}

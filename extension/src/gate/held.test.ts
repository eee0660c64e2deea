import { describe, expect, it } from 'vitest';
import { holdFor, type Held, type HandOver, type Judge, type Outcome } from './held';

const jpeg = (name: string): File => new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], name, { type: 'image/jpeg' });
const photo = jpeg('a.jpg');
const covered = jpeg('covered.jpg');
const video = new File(['moving'], 'v.mp4', { type: 'video/mp4' });

/** A judge whose answers the test gives by hand, one after the other. */
class HandJudge implements Judge {
  readonly asked: { photos: File[]; signal: AbortSignal; answer(files: File[] | null): void; fail(): void }[] = [];
  readonly searches: ((again: boolean) => void)[] = [];

  decide(photos: File[], _: unknown, signal: AbortSignal): Promise<File[] | null> {
    return new Promise((resolve, reject) => {
      this.asked.push({ photos, signal, answer: resolve, fail: () => { reject(new Error('a fault')); } });
    });
  }

  lost(): Promise<boolean> {
    return new Promise((resolve) => this.searches.push(resolve));
  }
}

class Page {
  readonly got: File[][] = [];
  present = true;

  handOver(files: File[], target: EventTarget = new EventTarget()): HandOver {
    return { target, files, place: null, release: (decided) => this.present && this.got.push(decided) > 0 };
  }
}

/** Lets everything happen that waits for nobody. */
const settle = async (): Promise<void> => { for (let n = 0; n < 30; n++) await new Promise(setImmediate); };

function start(): { judge: HandJudge; page: Page; held: Held } {
  const judge = new HandJudge();
  return { judge, page: new Page(), held: holdFor(judge) };
}

describe('a hand-over', () => {
  it('gives the page nothing while it is asked about', async () => {
    const { judge, page, held } = start();
    void held.hold(page.handOver([photo]));
    await settle();
    expect(judge.asked).toHaveLength(1);
    expect(page.got).toEqual([]);
  });

  it('gives the page what was decided', async () => {
    const { judge, page, held } = start();
    const outcome = held.hold(page.handOver([photo]));
    await settle();
    judge.asked[0]?.answer([covered]);
    expect(await outcome).toBe('released');
    expect(page.got).toEqual([[covered]]);
  });

  it('gives the page nothing when it is cancelled', async () => {
    const { judge, page, held } = start();
    const outcome = held.hold(page.handOver([photo]));
    await settle();
    judge.asked[0]?.answer(null);
    expect(await outcome).toBe('dropped');
    expect(page.got).toEqual([]);
  });

  it('gives the page nothing when the judge fails', async () => {
    const { judge, page, held } = start();
    const outcome = held.hold(page.handOver([photo]));
    await settle();
    judge.asked[0]?.fail();
    expect(await outcome).toBe('dropped');
  });

  it('is released unasked when there is no photo in it', async () => {
    const { judge, page, held } = start();
    const text = new File(['no picture'], 'notes', { type: '' });
    expect(await held.hold(page.handOver([text]))).toBe('released');
    expect(page.got).toEqual([[text]]);
    expect(judge.asked).toEqual([]);
  });

  it('is asked about for its photos alone, and keeps the order of all its files', async () => {
    const { judge, page, held } = start();
    const second = jpeg('b.jpg');
    void held.hold(page.handOver([video, photo, video, second]));
    await settle();
    expect(judge.asked[0]?.photos).toEqual([photo, second]);
    judge.asked[0]?.answer([covered, second]);
    await settle();
    expect(page.got).toEqual([[video, covered, video, second]]);
  });
});

describe('a second hand-over', () => {
  it('waits until the first is decided, and comes after it', async () => {
    const { judge, page, held } = start();
    const later = jpeg('later.jpg');
    void held.hold(page.handOver([photo]));
    void held.hold(page.handOver([later]));
    await settle();
    expect(judge.asked).toHaveLength(1);
    judge.asked[0]?.answer([photo]);
    await settle();
    expect(page.got).toEqual([[photo]]);
    judge.asked[1]?.answer([later]);
    await settle();
    expect(page.got).toEqual([[photo], [later]]);
  });

  it('is asked about also when the first was cancelled or failed', async () => {
    const { judge, page, held } = start();
    void held.hold(page.handOver([photo]));
    void held.hold(page.handOver([photo]));
    void held.hold(page.handOver([photo]));
    await settle();
    judge.asked[0]?.answer(null);
    await settle();
    judge.asked[1]?.fail();
    await settle();
    expect(judge.asked).toHaveLength(3);
  });
});

describe('a target that is gone at the release', () => {
  it('is told, and looked for again as often as the person wants', async () => {
    const { judge, page, held } = start();
    page.present = false;
    const outcome = held.hold(page.handOver([photo]));
    await settle();
    judge.asked[0]?.answer([photo]);
    await settle();
    judge.searches[0]?.(true);
    await settle();
    page.present = true;
    judge.searches[1]?.(true);
    expect(await outcome).toBe('released');
    expect(page.got).toEqual([[photo]]);
  });

  it('is told as well when its release fails', async () => {
    const { judge, page, held } = start();
    const handOver = { ...page.handOver([photo]), release: () => { throw new Error('a fault'); } };
    const outcome = held.hold(handOver);
    await settle();
    judge.asked[0]?.answer([photo]);
    await settle();
    judge.searches[0]?.(false);
    expect(await outcome).toBe('dropped');
  });

  it('drops its photos when the person gives up', async () => {
    const { judge, page, held } = start();
    page.present = false;
    const outcome = held.hold(page.handOver([photo]));
    await settle();
    judge.asked[0]?.answer([photo]);
    await settle();
    judge.searches[0]?.(false);
    expect(await outcome).toBe('dropped');
  });
});

describe('a page that goes away', () => {
  it('drops what is asked about, and says so to the judge', async () => {
    const { judge, page, held } = start();
    const outcome = held.hold(page.handOver([photo]));
    await settle();
    held.leave();
    expect(judge.asked[0]?.signal.aborted).toBe(true);
    judge.asked[0]?.answer([photo]);
    expect(await outcome).toBe('dropped');
    expect(page.got).toEqual([]);
  });

  it('drops what waits, without asking', async () => {
    const { judge, page, held } = start();
    void held.hold(page.handOver([photo]));
    const second = held.hold(page.handOver([photo]));
    await settle();
    held.leave();
    judge.asked[0]?.answer(null);
    expect(await second).toBe('dropped');
    expect(judge.asked).toHaveLength(1);
  });

  it('drops what it could not place', async () => {
    const { judge, page, held } = start();
    page.present = false;
    const outcome = held.hold(page.handOver([photo]));
    await settle();
    judge.asked[0]?.answer([photo]);
    await settle();
    held.leave();
    page.present = true;
    judge.searches[0]?.(true);
    expect(await outcome).toBe('dropped');
    expect(page.got).toEqual([]);
  });

  it('holds anew when it comes back', async () => {
    const { judge, page, held } = start();
    held.leave();
    void held.hold(page.handOver([photo]));
    await settle();
    judge.asked[0]?.answer([photo]);
    await settle();
    expect(page.got).toEqual([[photo]]);
  });
});

describe('outcomeOf', () => {
  it('is there while something is held for the target, and for no other', async () => {
    const { judge, page, held } = start();
    const target = new EventTarget();
    const outcome = held.hold(page.handOver([photo], target));
    let seen: Outcome | undefined;
    void held.outcomeOf(target)?.then((value) => { seen = value; });
    expect(held.outcomeOf(new EventTarget())).toBeUndefined();
    await settle();
    judge.asked[0]?.answer([photo]);
    await outcome;
    expect(seen).toBe('released');
    expect(held.outcomeOf(target)).toBeUndefined();
  });

  it('is that of the latest of two', async () => {
    const { judge, page, held } = start();
    const target = new EventTarget();
    void held.hold(page.handOver([photo], target));
    const latest = held.hold(page.handOver([photo], target));
    await settle();
    judge.asked[0]?.answer([photo]);
    await settle();
    expect(held.outcomeOf(target)).toBe(latest);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createJudge } from './post';
import { child, guide, region, Scene, sister, tree } from './scene';

let scene: Scene;
beforeEach(() => { scene = new Scene(); });
const names = (files: File[] | null): string[] | undefined => files?.map(({ name }) => name);

describe('a post', () => {
  it('passes without a word where no photo asks for a nudge', async () => {
    expect(await scene.decide(tree)).toEqual([tree]);
    expect(scene.albums).toEqual([]);
  });

  it('passes unchecked and unasked on a site that is switched off', async () => {
    scene.on = false;
    expect(await scene.decide(child)).toEqual([child]);
    expect(scene.albums).toEqual([]);
  });

  it('is one nudge for the photos that ask for one', async () => {
    await scene.decide(child, tree, sister);
    expect(scene.albums).toHaveLength(1);
    expect(scene.albums[0]).toMatchObject({ photos: [{ nudge: true }, { nudge: true }], guide, style: 'soft' });
  });

  it('gives the nudge pictures of its own photos', async () => {
    await scene.decide(tree, child);
    expect(await (await scene.pictures[0]!({ index: 0, maxSide: 512 })).text()).toBe('child');
    await expect(scene.pictures[0]!({ index: 1, maxSide: 512 })).rejects.toThrow(RangeError);
  });

  it('is released as it is, in its order', async () => {
    scene.decisions = [{ decision: 'as-is' }];
    expect(await scene.decide(child, tree)).toEqual([child, tree]);
  });

  it('is covered where the person covered something', async () => {
    scene.decisions = [{ decision: 'cover', style: 'soft', regions: [[region], []] }];
    expect(names(await scene.decide(tree, child, sister))).toEqual(['tree.jpg', 'covered child.jpg', 'sister.jpg']);
    expect(scene.memory.get(sister)).toEqual({ decision: 'as-is' });
  });

  it('keeps its picture and loses its hidden data, also when it is met again', async () => {
    scene.decisions = [{ decision: 'clean' }];
    expect(names(await scene.decide(child))).toEqual(['cleaned child.jpg']);
    expect(names(await scene.decide(child))).toEqual(['cleaned child.jpg']);
    expect(scene.albums).toHaveLength(1);
  });

  it('says once, when it is given to the page, what its photos lost beside what was covered', async () => {
    scene.lost = ['It is still.', 'It is small.'];
    scene.decisions = [{ decision: 'cover', style: 'soft', regions: [[region], [region]] }];
    await scene.decide(child, tree, sister);
    expect(scene.said).toEqual(['It is still. It is small.']);
  });

  it('says nothing of that kind where nothing was lost', async () => {
    scene.decisions = [{ decision: 'cover', style: 'soft', regions: [[region]] }];
    await scene.decide(child);
    expect(scene.said).toEqual([]);
  });

  it('is told as failed, and nothing passes, where the decision does not fit it', async () => {
    scene.decisions = [{ decision: 'cover', style: 'soft', regions: [] }];
    expect(await scene.decide(child)).toBeNull();
    expect(scene.told).toEqual(['failed']);
  });

  it('is nothing when it is cancelled', async () => {
    scene.decisions = [{ decision: 'cancel' }];
    expect(await scene.decide(child, tree)).toBeNull();
  });

  it('in a tab that outlived the extension passes with a mark', async () => {
    scene.installed = false;
    expect(await scene.decide(child)).toEqual([child]);
    expect(scene.marks).toBe(1);
    expect(scene.asked).toEqual([]);
  });
});

describe('a photo that is met again', () => {
  it.each(['as-is', 'audience'] as const)('passes after %s', async (decision) => {
    scene.decisions = [{ decision }];
    await scene.decide(child);
    expect(await scene.decide(child)).toEqual([child]);
    expect(scene.albums).toHaveLength(1);
  });

  it('is covered with the same regions after cover, and its redaction passes', async () => {
    scene.decisions = [{ decision: 'cover', style: 'soft', regions: [[region]] }];
    const [covered] = (await scene.decide(child)) ?? [];
    expect(scene.memory.get(child)).toEqual({ decision: 'cover', style: 'soft', regions: [region] });
    expect(names(await scene.decide(child))).toEqual(['covered child.jpg']);
    expect(await scene.decide(covered!)).toEqual([covered]);
    expect(scene.albums).toHaveLength(1);
  });

  it('is asked about again after cancel', async () => {
    scene.decisions = [{ decision: 'cancel' }, { decision: 'as-is' }];
    await scene.decide(child);
    expect(await scene.decide(child)).toEqual([child]);
    expect(scene.albums).toHaveLength(2);
  });

  it('is checked again when it could not be checked', async () => {
    scene.troubles = { check: ['damaged'] };
    scene.troubleDecisions = ['unchecked'];
    await scene.decide(child);
    await scene.decide(child);
    expect(scene.albums).toHaveLength(1);
  });
});

describe('a check that fails', () => {
  beforeEach(() => { scene.troubles = { check: ['service-away', 'service-away'] }; });

  it('is told in full the first time, and nothing passes when it is cancelled', async () => {
    expect(await scene.decide(child)).toBeNull();
    expect(scene.told).toEqual(['service-away']);
  });

  it('passes with a mark when the person says so', async () => {
    scene.troubleDecisions = ['unchecked'];
    expect(await scene.decide(child)).toEqual([child]);
    expect(scene.marks).toBe(1);
    expect(scene.asked).toContain('gate-bg/not-checked');
  });

  it('passes with the mark alone when it was told before', async () => {
    scene.toldBefore = true;
    expect(await scene.decide(child)).toEqual([child]);
    expect(scene.told).toEqual([]);
    expect(scene.marks).toBe(1);
  });

  it('is told again in the same post, though the telling was noted', async () => {
    scene.troubleDecisions = ['try-again', 'cancel'];
    expect(await scene.decide(child)).toBeNull();
    expect(scene.told).toHaveLength(2);
  });

  it('leaves the other photos of the post to the nudge', async () => {
    scene.troubles = { check: ['damaged'] };
    scene.troubleDecisions = ['unchecked'];
    scene.decisions = [{ decision: 'cover', style: 'soft', regions: [[region]] }];
    expect(names(await scene.decide(child, sister))).toEqual(['child.jpg', 'covered sister.jpg']);
    expect(scene.albums[0]?.photos).toHaveLength(1);
  });
});

describe('a cover that fails', () => {
  beforeEach(() => {
    scene.toldBefore = true;
    scene.troubles = { redact: ['service-away'] };
    scene.decisions = [{ decision: 'cover', style: 'soft', regions: [[region]] }];
  });

  it('is always told in full, and nothing is posted in its place', async () => {
    expect(await scene.decide(child)).toBeNull();
    expect(scene.told).toEqual(['service-away']);
    expect(scene.steps).toEqual(['change']);
    expect(scene.memory.size).toBe(0);
  });

  it('because nobody could be asked is told as such, and the photo stays where it is', async () => {
    scene.unreachable = 'gate-bg/redact';
    scene.troubleDecisions = ['unchecked'];
    expect(await scene.decide(child)).toBeNull();
    expect(scene.told).toEqual(['failed']);
    expect(scene.steps).toEqual(['change']);
  });

  it('and is cancelled leaves nothing decided, also of the other photos', async () => {
    scene.decisions = [{ decision: 'cover', style: 'soft', regions: [[region], []] }];
    expect(await scene.decide(child, sister)).toBeNull();
    expect(scene.memory.size).toBe(0);
  });

  it('is made at the next try', async () => {
    scene.troubleDecisions = ['try-again'];
    expect(names(await scene.decide(child))).toEqual(['covered child.jpg']);
  });
});

it('a background that can not be asked is a check that failed', async () => {
  const judge = createJudge(() => Promise.reject(new Error('a fault')), {
    nudgeAhead: () => ({ ask: () => Promise.reject(new Error('not reached')), dismiss: () => undefined }),
    openTrouble: (trouble) => { scene.told.push(trouble); return Promise.resolve('cancel'); },
    quietSign: () => ({ done: () => undefined, notChecked: () => undefined, say: () => undefined }),
  }, () => true);
  expect(await judge.decide([child], null, new AbortController().signal)).toBeNull();
  expect(scene.told).toEqual(['failed']);
});

it('a target that is gone is told, and looked for again at "try again"', async () => {
  scene.troubleDecisions = ['try-again', 'cancel'];
  const { signal } = new AbortController();
  expect(await scene.judge.lost(signal)).toBe(true);
  expect(await scene.judge.lost(signal)).toBe(false);
  expect(scene.told).toEqual(['page-changed', 'page-changed']);
});

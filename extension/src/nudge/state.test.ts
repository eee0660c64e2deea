import { describe, expect, test } from 'vitest';
import type { Analysis, Region, Verdict } from '../wire';
import type { Album } from './album';
import {
  begin, coveredPhotos, coverOf, decide, MOST_REGIONS, next, regionsOf, type Happening, type State,
} from './state';

function photoOf(...verdicts: Verdict[]): Analysis {
  const faces = verdicts.map((verdict) => ({
    box: { x: 0, y: 0, width: 10, height: 10 }, eyes: [[3, 4], [7, 4]] as [[number, number], [number, number]],
    tilt: 0, confidence: 0.9, age: { under_13: 0.5, under_18: 0.5 }, verdict, why: [],
  }));
  return {
    photo: { width: 100, height: 80, format: 'jpeg', frames: 1 },
    verdict: verdicts.find((verdict) => verdict !== 'adult') ?? 'none',
    nudge: verdicts.some((verdict) => verdict !== 'adult'),
    faces, regions: faces.map((_, face) => regionAt(face, face)),
    hidden: [], timings_ms: { decode: 0, faces: 0, ages: 0 }, preview: null,
  };
}

function regionAt(cx: number, face: number | null = null): Region {
  return { cx, cy: 5, width: 10, height: 12, tilt: 0, face };
}

function albumOf(...photos: Analysis[]): Album {
  return { photos, guide: { site: 'Site', scope: 'per-post', steps: [], checked: null }, style: 'solid' };
}

function after(album: Album, ...happenings: Happening[]): State {
  return happenings.reduce((state, happening) => next(album, state, happening), begin(album));
}

describe('at the beginning', () => {
  test('faces that are or may be a child’s are covered, adults are not', () => {
    const album = albumOf(photoOf('child', 'adult', 'unsure'));
    expect(coverOf(begin(album)).faces).toEqual([true, false, true]);
    expect(regionsOf(album, begin(album), 0)).toEqual([regionAt(0, 0), regionAt(2, 2)]);
  });

  test('the first photo that nudges is shown, as it would look covered', () => {
    const state = begin(albumOf(photoOf('adult'), photoOf(), photoOf('unsure'), photoOf('child')));
    expect(state).toMatchObject({ shown: 2, view: 'after', folded: false });
  });

  test('an album in which nothing nudges shows its first photo', () => {
    expect(begin(albumOf(photoOf('adult'), photoOf())).shown).toBe(0);
  });
});

describe('a tap on a face', () => {
  const album = albumOf(photoOf('child', 'adult'), photoOf('child'));

  test('uncovers it, and a second tap covers it again', () => {
    expect(coverOf(after(album, { kind: 'toggle', face: 0 })).faces).toEqual([false, false]);
    const back = after(album, { kind: 'toggle', face: 0 }, { kind: 'toggle', face: 0 });
    expect(coverOf(back).faces).toEqual([true, false]);
  });

  test('covers an adult too', () => {
    expect(regionsOf(album, after(album, { kind: 'toggle', face: 1 }), 0)).toHaveLength(2);
  });

  test('changes the photo that is looked at and no other', () => {
    const state = after(album, { kind: 'look', photo: 1 }, { kind: 'toggle', face: 0 });
    expect(state.covers.map(({ faces }) => faces)).toEqual([[true, false], [false]]);
  });

  test('shows the photo as it would look covered', () => {
    expect(after(album, { kind: 'compare', view: 'before' }, { kind: 'toggle', face: 0 }).view).toBe('after');
  });
});

describe('a region drawn by hand', () => {
  const album = albumOf(photoOf('child'));
  const drawn = after(album, { kind: 'draw', region: regionAt(40) }, { kind: 'draw', region: regionAt(60) });

  test('is covered after the faces, in the order of drawing', () => {
    expect(regionsOf(album, drawn, 0)).toEqual([regionAt(0, 0), regionAt(40), regionAt(60)]);
  });

  test('can be moved', () => {
    const state = next(album, drawn, { kind: 'adjust', drawn: 1, region: regionAt(65) });
    expect(coverOf(state).drawn).toEqual([regionAt(40), regionAt(65)]);
  });

  test('can be taken away', () => {
    expect(coverOf(next(album, drawn, { kind: 'erase', drawn: 0 })).drawn).toEqual([regionAt(60)]);
  });

  test('is refused where the service would cover no more', () => {
    const many = albumOf(photoOf(...Array<Verdict>(MOST_REGIONS).fill('child')));
    const full = begin(many);
    expect(next(many, full, { kind: 'draw', region: regionAt(40) })).toBe(full);
  });

  test('of a photo with too many faces, the largest are covered and covers can be taken away', () => {
    const crowd = albumOf(photoOf(...Array<Verdict>(MOST_REGIONS + 3).fill('child')));
    expect(regionsOf(crowd, begin(crowd), 0)).toHaveLength(MOST_REGIONS);
    const state = next(crowd, begin(crowd), { kind: 'toggle', face: 0 });
    expect(regionsOf(crowd, state, 0)).toHaveLength(MOST_REGIONS - 1);
  });
});

describe('looking around', () => {
  const album = albumOf(photoOf('child'), photoOf('child'));

  test('shows another photo and keeps what was covered in the first', () => {
    const state = after(album, { kind: 'toggle', face: 0 }, { kind: 'look', photo: 1 }, { kind: 'look', photo: 0 });
    expect(coverOf(state).faces).toEqual([false]);
  });

  test('a photo that is not there is not shown', () => {
    expect(after(album, { kind: 'look', photo: 2 }).shown).toBe(0);
  });

  test('before and after change the view alone', () => {
    const state = after(album, { kind: 'compare', view: 'before' });
    expect(state).toEqual({ ...begin(album), view: 'before' });
  });
});

test('the card folds and unfolds, and nothing else changes', () => {
  const album = albumOf(photoOf('child'));
  expect(after(album, { kind: 'fold' })).toEqual({ ...begin(album), folded: true });
  expect(after(album, { kind: 'fold' }, { kind: 'unfold' })).toEqual(begin(album));
});

describe('a decision', () => {
  const album = albumOf(photoOf('child', 'adult'), photoOf('child'));

  test('to cover names the style and, for each photo, its regions', () => {
    const state = after(
      album, { kind: 'look', photo: 1 }, { kind: 'toggle', face: 0 }, { kind: 'draw', region: regionAt(9) },
    );
    expect(decide(album, state, 'cover')).toEqual({
      decision: 'cover', style: 'solid', regions: [[regionAt(0, 0)], [regionAt(9)]],
    });
  });

  test('to cover may leave a photo uncovered', () => {
    const state = after(album, { kind: 'toggle', face: 0 });
    expect(decide(album, state, 'cover')).toMatchObject({ regions: [[], [regionAt(0, 0)]] });
    expect(coveredPhotos(album, state)).toBe(1);
  });

  test.each(['audience', 'clean', 'as-is', 'cancel'] as const)('%s carries nothing but itself', (decision) => {
    expect(decide(album, begin(album), decision)).toEqual({ decision });
  });
});

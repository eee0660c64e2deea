import { describe, expect, test } from 'vitest';
import { moved, regionAfterKey, regionBetween, regionInTheMiddle } from './geometry';

const photo = { width: 1000, height: 500 };
const region = { cx: 500, cy: 250, width: 200, height: 100, tilt: 0, face: null };

describe('a drag', () => {
  test('makes the ellipse in the box between its ends, in whichever direction', () => {
    expect(regionBetween({ x: 100, y: 300 }, { x: 300, y: 200 }, photo)).toEqual({ ...region, cx: 200, cy: 250 });
    expect(regionBetween({ x: 300, y: 200 }, { x: 100, y: 300 }, photo)).toEqual({ ...region, cx: 200, cy: 250 });
  });

  test('that hardly moved makes nothing', () => {
    expect(regionBetween({ x: 100, y: 100 }, { x: 110, y: 300 }, photo)).toBeNull();
    expect(regionBetween({ x: 100, y: 100 }, { x: 300, y: 110 }, photo)).toBeNull();
  });
});

test('an added region stands round in the middle of the photo', () => {
  expect(regionInTheMiddle(photo)).toEqual({ ...region, cx: 500, cy: 250, width: 200, height: 200 });
});

describe('a key', () => {
  test.each([
    ['ArrowLeft', { cx: 480 }], ['ArrowRight', { cx: 520 }], ['ArrowUp', { cy: 230 }], ['ArrowDown', { cy: 270 }],
  ])('%s moves the region by a step', (key, change) => {
    expect(regionAfterKey(region, key, photo)).toEqual({ ...region, ...change });
  });

  test('plus and minus are each other’s way back', () => {
    const larger = regionAfterKey(region, '+', photo);
    expect(larger?.width).toBeGreaterThan(region.width);
    expect(larger && regionAfterKey(larger, '-', photo)).toEqual(region);
  });

  test('plus and minus stop where the region would be larger than the photo or too small to see', () => {
    const large = { ...region, width: 990 };
    const small = { ...region, width: 21, height: 21 };
    expect(regionAfterKey(large, '+', photo)).toEqual(large);
    expect(regionAfterKey(small, '-', photo)).toEqual(small);
  });

  test('of another meaning does nothing', () => {
    expect(regionAfterKey(region, 'Enter', photo)).toBeNull();
  });
});

test('a moved region keeps its middle in the photo', () => {
  expect(moved(region, -9999, 9999, photo)).toMatchObject({ cx: 0, cy: 500 });
});

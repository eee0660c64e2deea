import { expect, test } from 'vitest';
import { nearest } from './faces';

const at = (cx: number): Parameters<typeof nearest>[0][number] =>
  ({ cx, cy: 0, width: 9, height: 9, tilt: 0, face: cx });

test('a tap between small faces means the nearest one', () => {
  expect(nearest([at(0), at(10), at(20)], { x: 14, y: 1 })?.face).toBe(10);
});

test('a tap on no face means none', () => {
  expect(nearest([], { x: 0, y: 0 })).toBeUndefined();
});

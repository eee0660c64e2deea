import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSight } from './sight';

type Look = (entries: { isIntersecting: boolean; isVisible?: boolean }[]) => void;

let look: Look;
const told: boolean[] = [];
let looks = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', class {
    constructor(given: Look) { look = given; }
    observe(): void { looks++; } // the test says what is seen
    disconnect(): void { looks--; }
  });
  told.length = looks = 0;
  watchSight(document.body, (seen) => { told.push(seen); });
});
afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals(); });

it('nothing is seen at first', () => { expect(told).toEqual([false]); });

it.each([
  ['in sight', { isIntersecting: true, isVisible: true }],
  ['scrolled out of its own page', { isIntersecting: false, isVisible: false }],
  ['in a browser that tells nothing', { isIntersecting: true }],
])('what is %s is seen after a moment', (_, entry) => {
  look([entry]);
  expect(told).toEqual([false]);
  vi.runAllTimers();
  expect(told).toEqual([false, true]);
});

it('what is covered is not seen, at once and for as long', () => {
  look([{ isIntersecting: true, isVisible: true }]);
  vi.runAllTimers();
  look([{ isIntersecting: true, isVisible: false }]);
  vi.runAllTimers();
  expect(told).toEqual([false, true, false]);
  expect(looks, 'it is looked at again').toBe(1);
});

it('what is uncovered for a moment only is not seen', () => {
  look([{ isIntersecting: true, isVisible: true }]);
  look([{ isIntersecting: true, isVisible: false }]);
  vi.runAllTimers();
  expect(told).toEqual([false, false]);
});

it('what was covered and is uncovered at one look is seen after a moment', () => {
  look([{ isIntersecting: true, isVisible: false }, { isIntersecting: true, isVisible: true }]);
  vi.runAllTimers();
  expect(told).toEqual([false, true]);
});

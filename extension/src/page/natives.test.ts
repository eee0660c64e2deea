import { afterEach, expect, it } from 'vitest';
import { around, getter, method, standIn, whenDone } from './natives';

class Thing {
  get size(): number { return 3; }
  double(value: number): number { return value * 2; }
}
const original = Object.getOwnPropertyDescriptors(Thing.prototype);
afterEach(() => { Object.defineProperties(Thing.prototype, original); });

it('a saved method does as it did, whatever the page puts in its place', () => {
  const double = method(Thing.prototype, 'double');
  Thing.prototype.double = () => 0;
  expect(double(new Thing(), 4)).toBe(8);
});

it('so does a saved getter', () => {
  const size = getter(Thing.prototype, 'size');
  Object.defineProperty(Thing.prototype, 'size', { get: () => 0 });
  expect(size(new Thing())).toBe(3);
});

it('what stands around a method decides what comes back, and keeps its name and length', () => {
  around<number>(Thing.prototype, 'double', (_, original, [value]) => original() + Number(value));
  expect(new Thing().double(4)).toBe(12);
  expect([Thing.prototype.double.name, Thing.prototype.double.length]).toEqual(['double', 1]);
});

it('so does what stands around a getter', () => {
  around<number>(Thing.prototype, 'size', (_, original) => original() + 1);
  expect(new Thing().size).toBe(4);
});

it('a page that changes what objects inherit does not get at the original', () => {
  around<number>(Thing.prototype, 'double', () => 0);
  let got = 0;
  Object.defineProperty(Object.prototype, 'get', { value: () => { got++; }, configurable: true });
  const value = new Thing().double(4);
  Reflect.deleteProperty(Object.prototype, 'get');
  expect([value, got]).toEqual([0, 0]);
});

it('nothing happens around a method that the browser does not have', () => {
  around(undefined, 'missing', () => 0);
  around(Thing.prototype, 'missing', () => 0);
  expect('missing' in new Thing()).toBe(false);
});

it('a stand-in is of the class, with its own members', () => {
  const thing = standIn(Thing.prototype, { size: 7 });
  expect(thing).toBeInstanceOf(Thing);
  expect(thing.size).toBe(7);
});

it('a promise is gone on with without the page’s `then`', async () => {
  const then = Object.getOwnPropertyDescriptor(Promise.prototype, 'then')!;
  let asked = 0;
  const value = new Promise<number>((resolve, reject) => {
    const promise = Promise.resolve(5);
    Object.defineProperty(Promise.prototype, 'then', { ...then, value: () => { asked++; } });
    whenDone(promise, resolve, reject);
    Object.defineProperty(Promise.prototype, 'then', then);
  });
  expect([await value, asked]).toEqual([5, 0]);
});

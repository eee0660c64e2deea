/**
 * The browser's own functions, as they were before the page's first script.
 *
 * The page may change every built-in to watch or mislead what runs in its world. So what is used here is copied at the
 * start and called without a look at anything that the page can reach: no method of a changed prototype, no iterator,
 * no `await` on a promise that holds an original, and no object of ours that inherits from one of the page's.
 */
const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { create } = Object;

type Method<T, F> = F extends (...args: infer A) => infer R ? (self: T, ...args: A) => R : never;

/** A method, called with what would be its `this` first. */
export function method<T extends object, K extends keyof T>(prototype: T, name: K): Method<T, T[K]> {
  const original = getOwnPropertyDescriptor(prototype, name)?.value as (...args: unknown[]) => unknown;
  const call = (self: T, ...args: unknown[]): unknown => apply(original, self, args);
  return call as Method<T, T[K]>; // says of the original what its own type says
}

export function getter<T extends object, K extends keyof T>(prototype: T, name: K): (self: T) => T[K] {
  const original = getOwnPropertyDescriptor(prototype, name)?.get as () => T[K];
  return (self) => apply(original, self, []);
}

export function setter<T extends object, K extends keyof T>(
  prototype: T, name: K,
): (self: T, value: T[K]) => void {
  const original = getOwnPropertyDescriptor(prototype, name)?.set as (value: T[K]) => void;
  return (self, value) => { apply(original, self, [value]); };
}

/** Stands around a method or a getter: `original` does what it does, and what is given back goes to the page. */
export type Around<R> = (self: object, original: () => R, args: readonly unknown[]) => R;

/** Nothing happens where the browser has neither of that name. */
export function around<R>(prototype: object | undefined, name: string, call: Around<R>): void {
  const descriptor = prototype && getOwnPropertyDescriptor(prototype, name);
  if (!prototype || !descriptor) return;
  const part = descriptor.get ? 'get' : 'value';
  const original = descriptor[part] as (...args: unknown[]) => R;
  const proxy = new Proxy(original, {
    __proto__: null,
    apply: (_, self: object, args: unknown[]) => call(self, () => apply(original, self, args), args),
  } as ProxyHandler<typeof original>);
  defineProperty(prototype, name, { ...descriptor, [part]: proxy });
}

/** An object that passes for one of a class, with members of its own in the place of those that ask for a real one. */
export function standIn<T extends object>(prototype: T, members: Partial<T>): T {
  const object = create(prototype) as T;
  const names = ownKeys(members);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as keyof T;
    defineProperty(object, name, { __proto__: null, value: members[name], enumerable: true } as PropertyDescriptor);
  }
  return object;
}

const promised = method(Promise.prototype, 'then') as <T>(
  self: Promise<T>, done: (value: T) => void, failed: (reason: unknown) => void,
) => void;

/** Goes on with what a promise holds, without a promise of what comes of it that the page could get at. */
export function whenDone<T>(promise: Promise<T>, done: (value: T) => void, failed: (reason: unknown) => void): void {
  promised(promise, (value) => { done(value); }, (reason) => { failed(reason); });
}

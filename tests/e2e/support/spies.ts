/** In a page: changes what every object does, so that each file or input that comes along counts as seen. */
export function spyOnAll(): void {
  const spied = window as unknown as { seen: number };
  const spy = (prototype: object, name: string): void => {
    const original = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
    Object.defineProperty(prototype, name, {
      configurable: true, writable: true,
      value(this: unknown, ...args: unknown[]) {
        for (const one of [this, ...args]) if (one instanceof Blob || one instanceof HTMLInputElement) spied.seen++;
        return Reflect.apply(original, this, args);
      },
    });
  };
  spy(DataTransferItemList.prototype, 'add');
  spy(EventTarget.prototype, 'addEventListener');
  spy(EventTarget.prototype, 'dispatchEvent');
  spy(FileSystemFileHandle.prototype, 'getFile');
  spy(FormData.prototype, 'append');
  spy(WeakSet.prototype, 'add');
  spy(Array.prototype, 'push');
  for (const name of ['submitter', 'bubbles', 'detail']) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true, set: () => undefined,
      get(this: { submitter?: unknown }) { if (Object.hasOwn(this, 'submitter')) spied.seen++; return undefined; },
    });
  }
}

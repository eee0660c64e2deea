/** Ways through a list that the page can't change. */

export function each<T>(list: ArrayLike<T>, step: (item: T, index: number) => void): void {
  for (let index = 0; index < list.length; index++) step(list[index] as T, index); // it is there: see the length
}

/** One asynchronous step after the other, without a promise that the page could get at. */
export function inTurn<T>(list: ArrayLike<T>, step: (item: T, next: () => void) => void, done: () => void): void {
  const from = (index: number): void => {
    if (index < list.length) step(list[index] as T, () => { from(index + 1); });
    else done();
  };
  from(0);
}

/** Lets a number of jobs run at a time; the others wait for their turn, in order. */
export function atMost(count: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];

  return async (job) => {
    if (free > 0) free--;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/** The middle of numbers in order. */
export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The same of all runs but the first, which fills the browser's caches. */
export function warmMedianOf(runs: readonly number[]): number {
  return medianOf(runs.slice(1));
}

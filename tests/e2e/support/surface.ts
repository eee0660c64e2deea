/** What a test shows of a surface, noted for docs/surfaces.md (`make test-surfaces`). */

export interface Surface {
  /** The group of the table that it stands in. */
  kind: string;
  /** In which way the page gets the photo. */
  name: string;
  browser: 'Chromium' | 'Firefox';
  /** What of the gate caught it. */
  layer: string;
  /** What stands in the place of what no driver can reach. */
  standIn?: string;
}

declare module 'vitest' {
  interface TaskMeta {
    surface?: Surface;
  }
}

/** Notes that a test, when it passes, shows that a surface is held. */
export function shows({ task }: { task: { meta: { surface?: Surface } } }, surface: Surface): void {
  task.meta.surface = surface;
}

/** What a test shows of a surface, noted for docs/surfaces.md (`make test-surfaces`, `make nightly`). */

/** The tables, in their order. */
export const KINDS = ['File inputs', 'Pickers of handles', 'Drops', 'Pastes', 'Frames', 'Front ends', 'Further front ends', 'Whole systems'] as const;

export interface Surface {
  /** The table that it stands in. */
  kind: (typeof KINDS)[number];
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

/** PHP, as Debian packs it. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

export const PHP = '/usr/bin/php';

/** Whether it is there, with an extension of its own such as `mysqli`. */
export function phpHas(extension: string): boolean {
  return existsSync(PHP) && spawnSync(PHP, ['-r', `exit(extension_loaded('${extension}') ? 0 : 1);`]).status === 0;
}

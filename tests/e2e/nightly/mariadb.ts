/** A MariaDB of a test's own: in its folder, behind a socket there, known to nobody else. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Where Debian has it, which is on no ordinary person's path. */
export const MARIADB = '/usr/sbin/mariadbd';
const INSTALL = '/usr/bin/mariadb-install-db';

export class MariaDb {
  /** Where `root` gets in without a password. */
  readonly socket: string;
  readonly #program: ChildProcess;

  private constructor(socket: string, program: ChildProcess) {
    this.socket = socket;
    this.#program = program;
  }

  /** With an empty database of a name. */
  static async start(folder: string, database: string): Promise<MariaDb> {
    const socket = join(folder, 'socket');
    const first = join(folder, 'first.sql');
    const common = ['--no-defaults', `--datadir=${join(folder, 'data')}`, `--user=${userInfo().username}`];
    await promisify(execFile)(INSTALL, [...common, '--auth-root-authentication-method=normal', '--skip-test-db']);
    await writeFile(first, `CREATE DATABASE ${database};`);
    const words = [...common, `--socket=${socket}`, '--skip-networking', `--init-file=${first}`];
    const mariaDb = new MariaDb(socket, spawn(MARIADB, words, { stdio: 'ignore' }));
    while (!(await mariaDb.#greets())) {
      if (mariaDb.#program.exitCode !== null) throw new Error('MariaDB ended before it answered.');
      await pause(100);
    }
    return mariaDb;
  }

  async stop(): Promise<void> {
    if (this.#program.exitCode !== null) return;
    this.#program.kill('SIGTERM');
    await once(this.#program, 'exit');
  }

  /** It speaks first, once it is ready. */
  #greets(): Promise<boolean> {
    return new Promise((done) => {
      const line = connect(this.socket);
      line.once('data', () => { done(true); line.destroy(); });
      line.once('error', () => { done(false); });
    });
  }
}

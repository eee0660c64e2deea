/** Wagtail, a system for whole sites, as its own command makes it: kept in a folder, on a port of this computer. */
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Served } from './served';
import { filesBelow, type WholeSystem } from './whole-system';

const BIN = resolve(import.meta.dirname, '../../../var/wagtail/bin');
const run = promisify(execFile);

export const EDITOR = { name: 'editor', password: 'a-password-of-a-test' };

/** The test's site speaks TLS in front of it. */
const SETTINGS = 'SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")\n';

export class Wagtail implements WholeSystem {
  readonly answer: WholeSystem['answer'];
  readonly #originals: string;
  readonly #server: Served;

  private constructor(house: string, server: Served) {
    this.answer = server.answer;
    this.#originals = join(house, 'media/original_images');
    this.#server = server;
  }

  static async start(folder: string): Promise<Wagtail> {
    const house = join(folder, 'house');
    await mkdir(house);
    await run(join(BIN, 'wagtail'), ['start', 'house', house]);
    await writeFile(join(house, 'house/settings/local.py'), SETTINGS);
    const within = { cwd: house, env: { ...process.env, DJANGO_SUPERUSER_PASSWORD: EDITOR.password } };
    const python = join(BIN, 'python');
    await run(python, ['manage.py', 'migrate'], within);
    const who = ['--noinput', `--username=${EDITOR.name}`, '--email=editor@example.org'];
    await run(python, ['manage.py', 'createsuperuser', ...who], within);
    const words = (address: string): string[] => ['manage.py', 'runserver', '--noreload', address];
    return new Wagtail(house, await Served.start(python, words, within));
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  photos(): Promise<Buffer[]> {
    return filesBelow(this.#originals);
  }

  async forgetPhotos(): Promise<void> {
    await rm(this.#originals, { recursive: true, force: true });
  }
}

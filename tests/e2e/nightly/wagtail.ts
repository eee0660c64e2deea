/** Wagtail, a system for whole sites, as its own command makes it; kept in a folder and served on a port of this computer. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type RequestListener } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../support/service';

const BIN = resolve(import.meta.dirname, '../../../var/wagtail/bin');
const run = promisify(execFile);

/** Where its multiple upload is. */
export const UPLOAD = 'admin/images/multiple/add/';
export const EDITOR = { name: 'editor', password: 'a-password-of-a-test' };

/** The paths that are Wagtail's. */
export const PATHS = ['/admin', '/static', '/media', '/jsi18n'] as const;

/** The test's site speaks TLS in front of it. */
const SETTINGS = 'SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")\n';

export class Wagtail {
  readonly #folder: string;
  readonly #port: number;
  #server: ChildProcess | null = null;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  static async start(folder: string): Promise<Wagtail> {
    const house = join(folder, 'house');
    await mkdir(house);
    const wagtail = new Wagtail(house, await freePort());
    await run(join(BIN, 'wagtail'), ['start', 'house', house]);
    await writeFile(join(house, 'house/settings/local.py'), SETTINGS);
    await wagtail.#manage('migrate');
    await wagtail.#manage('createsuperuser', '--noinput', `--username=${EDITOR.name}`, '--email=editor@example.org');
    await wagtail.#serve();
    return wagtail;
  }

  async stop(): Promise<void> {
    if (!this.#server) return;
    this.#server.kill('SIGTERM');
    await once(this.#server, 'exit');
  }

  /** Hands a request to it, and its answer back. */
  readonly answer: RequestListener = (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const onward = request({
      host: '127.0.0.1', port: this.#port, method, path, headers: { ...headers, 'X-Forwarded-Proto': 'https' },
    });
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => { outgoing.destroy(); });
    incoming.pipe(onward);
  };

  /** The photos that it has, as it got them. */
  async photos(): Promise<Buffer[]> {
    const names = await readdir(this.#originals).catch(() => []); // not there before the first
    return Promise.all(names.map((name) => readFile(join(this.#originals, name))));
  }

  async forgetPhotos(): Promise<void> {
    await rm(this.#originals, { recursive: true, force: true });
  }

  get #originals(): string {
    return join(this.#folder, 'media/original_images');
  }

  async #manage(...words: string[]): Promise<void> {
    const env = { ...process.env, DJANGO_SUPERUSER_PASSWORD: EDITOR.password };
    await run(join(BIN, 'python'), ['manage.py', ...words], { cwd: this.#folder, env });
  }

  async #serve(): Promise<void> {
    const words = ['manage.py', 'runserver', '--noreload', `127.0.0.1:${this.#port}`];
    this.#server = spawn(join(BIN, 'python'), words, { cwd: this.#folder, stdio: 'ignore' });
    this.#server.once('exit', () => { this.#server = null; });
    while (!(await fetch(`http://127.0.0.1:${this.#port}/admin/login/`).catch(() => null))?.ok) {
      if (!this.#server) throw new Error('The server of Wagtail ended before it answered.');
      await pause(100);
    }
  }
}

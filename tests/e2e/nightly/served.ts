/** A program that serves HTTP on a port of this computer, behind the test's site. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { request, type RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/service';

export class Served {
  readonly #port: number;
  readonly #program: ChildProcess;

  private constructor(port: number, program: ChildProcess) {
    this.#port = port;
    this.#program = program;
  }

  /** Starts it, with words that tell it its address (such as `127.0.0.1:8000`). */
  static async start(path: string, words: (address: string) => string[], options: SpawnOptions = {}): Promise<Served> {
    const port = await freePort();
    const program = spawn(path, words(`127.0.0.1:${port}`), { ...options, stdio: 'ignore' });
    const served = new Served(port, program);
    while (!(await served.#answers())) {
      if (program.exitCode !== null) throw new Error(`${path} ended before it answered.`);
      await pause(100);
    }
    return served;
  }

  async stop(): Promise<void> {
    if (this.#program.exitCode !== null) return;
    this.#program.kill('SIGTERM');
    await once(this.#program, 'exit');
  }

  /** Hands a request to it, and its answer back. It is told that the site speaks TLS. */
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

  async #answers(): Promise<boolean> {
    return await fetch(`http://127.0.0.1:${this.#port}/`, { redirect: 'manual' }).then(() => true, () => false);
  }
}

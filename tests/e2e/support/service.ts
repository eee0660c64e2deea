/** The real service on a free port, with a home of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CHROMIUM_ID } from '../../../extension/src/identity';
import type { Analysis } from '../../../extension/src/wire';

const ROOT = resolve(import.meta.dirname, '../../..');
const BIN = join(ROOT, process.platform === 'win32' ? '.venv/Scripts' : '.venv/bin');
const PAUZA = join(BIN, 'pauza');

/** The Python that the service runs in. */
export const python = join(BIN, 'python');

export class Service {
  readonly port: number;
  readonly #home: string;
  #process: ChildProcess | null = null;

  private constructor(port: number, home: string) {
    this.port = port;
    this.#home = home;
  }

  /** With a port of its own, not yet started. */
  static async prepare(): Promise<Service> {
    return new Service(await freePort(), await mkdtemp(join(tmpdir(), 'pauza-e2e-')));
  }

  async start(): Promise<void> {
    if (this.#process) return;
    this.#process = spawn(PAUZA, ['serve'], { env: this.#environment(), stdio: 'ignore' });
    while (!(await this.#isThere())) await pause(50);
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (!this.#process) return;
    this.#process.kill(signal);
    await once(this.#process, 'exit');
    this.#process = null;
    while (await this.#isThere()) await pause(50); // a killed one's child keeps the port until it sees itself alone
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.#home, { recursive: true });
  }

  /** As a person does for Firefox, whose origin is another in each installation. */
  allow(origin: string): void {
    const { status, stderr } = spawnSync(PAUZA, ['allow', origin], { env: this.#environment(), encoding: 'utf8' });
    if (status !== 0) throw new Error(`pauza allow failed: ${stderr}`);
  }

  /** What the service finds in bytes that arrived. */
  async analyse(photo: Buffer = Buffer.alloc(0)): Promise<Analysis> {
    const { body } = await this.#post('analyses?sensitivity=balanced', photo);
    return JSON.parse(body.toString()) as Analysis;
  }

  /** Ends the worker once it works on something (Linux only). */
  async killWorkerAtWork(): Promise<void> {
    const [worker] = await descendants(this.#process?.pid ?? 0, 'pauza.worker.main');
    if (worker === undefined) throw new Error('The service has no worker.');
    const atRest = await cpuTicks(worker);
    while ((await cpuTicks(worker)) < atRest + 3) await pause(1);
    process.kill(worker, 'SIGKILL');
  }

  async #isThere(): Promise<boolean> {
    const greeted = await this.#post('hello', Buffer.alloc(0)).catch(() => null);
    return greeted?.status === 200;
  }

  #environment(): NodeJS.ProcessEnv {
    return { ...process.env, PAUZA_PORT: String(this.port), PAUZA_HOME: this.#home };
  }

  #post(resource: string, body: Buffer): Promise<{ status: number | undefined; body: Buffer }> {
    return new Promise((done, failed) => {
      const headers = { Origin: `chrome-extension://${CHROMIUM_ID}`, 'Content-Length': body.length };
      const asked = request({ host: '127.0.0.1', port: this.port, path: `/v1/${resource}`, method: 'POST', headers, agent: false });
      asked.on('response', (response) => {
        void response.toArray().then((parts) => { done({ status: response.statusCode, body: Buffer.concat(parts) }); }, failed);
      });
      asked.on('error', failed).end(body);
    });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function descendants(pid: number, command: string): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8')));
  const children = lists.join(' ').split(/\s+/).filter(Boolean).map(Number);
  const found = await Promise.all(children.map(async (child) => (
    (await readFile(`/proc/${child}/cmdline`, 'utf8')).includes(command) ? [child] : descendants(child, command)
  )));
  return found.flat();
}

/** Time that a process has worked, in ticks of 10 ms. */
async function cpuTicks(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')')).split(' ')[12]);
}

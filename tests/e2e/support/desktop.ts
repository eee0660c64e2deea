/** A virtual screen with a real mouse, keyboard and clipboard (X11, Linux): what no browser's protocol can drive. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';

const SOURCE = join(import.meta.dirname, 'drag-source.py');
/** Debian's, for PyGObject is a package of the system. */
const PYTHON = '/usr/bin/python3';
const NEEDED = ['/usr/bin/Xvfb', '/usr/bin/openbox', '/usr/bin/xdotool', '/usr/bin/xclip'];
const NEEDED_OF_PYTHON = 'import gi; gi.require_version("Gtk", "3.0")';
/** Slower than a person's hand, or the browser misses where a drag goes. */
const STEP_MS = 120;
const STEPS = 8;
/** In the middle of the drag source's window. */
const SOURCE_AT = [60, 60] as const;

export const desktopIsHere = NEEDED.every(existsSync) && spawnSync(PYTHON, ['-c', NEEDED_OF_PYTHON]).status === 0;

/** A point on the screen. */
export type Spot = readonly [x: number, y: number];

export class Desktop {
  #display = '';
  readonly #running: ChildProcess[] = [];

  async start(): Promise<void> {
    const screen = this.#run('Xvfb', '-displayfd', '1', '-screen', '0', '1400x900x24', '-nolisten', 'tcp');
    this.#display = `:${await firstWordOf(screen)}`;
    this.#run('openbox');
    await pause(500);
  }

  get environment(): NodeJS.ProcessEnv {
    return { ...process.env, DISPLAY: this.#display, MOZ_ENABLE_WAYLAND: '0' };
  }

  /** Drags files out of another program's window, to a point of the browser's. */
  async drag(paths: string[], to: Spot): Promise<void> {
    const source = this.#run(PYTHON, SOURCE, ...paths);
    await firstWordOf(source); // its window is shown
    await this.#move(SOURCE_AT);
    this.#xdotool('mousedown', '1');
    for (let step = 1; step <= STEPS; step++) {
      const [x, y] = [0, 1].map((axis) => Math.round((SOURCE_AT[axis]! * (STEPS - step) + to[axis]! * step) / STEPS));
      await this.#move([x!, y!]);
    }
    await this.#move([to[0] + 2, to[1] + 2]);
    this.#xdotool('mouseup', '1');
    await pause(STEP_MS);
    source.kill();
  }

  /** Puts a picture, or what `xclip` calls its target, into the clipboard. */
  copy(type: 'image/png' | 'text/uri-list', data: Buffer): void {
    execFileSync('xclip', ['-selection', 'clipboard', '-t', type], {
      env: this.environment, input: data, stdio: ['pipe', 'ignore', 'ignore'],
    });
  }

  async click(at: Spot): Promise<void> {
    await this.#move(at);
    this.#xdotool('click', '1');
    await pause(STEP_MS);
  }

  press(keys: string): void {
    this.#xdotool('key', keys);
  }

  stop(): void {
    for (const program of this.#running.reverse()) program.kill();
  }

  async #move([x, y]: Spot): Promise<void> {
    this.#xdotool('mousemove', String(x), String(y));
    await pause(STEP_MS);
  }

  #xdotool(...words: string[]): void {
    execFileSync('xdotool', words, { env: this.environment });
  }

  #run(program: string, ...words: string[]): ChildProcess {
    const started = spawn(program, words, { env: this.environment, stdio: ['ignore', 'pipe', 'ignore'] });
    this.#running.push(started);
    return started;
  }
}

/** Puts up a desktop for a group of stories. */
export function setDesktop(): Desktop {
  const desktop = new Desktop();
  beforeAll(() => desktop.start());
  afterAll(() => { desktop.stop(); });
  return desktop;
}

/** What a program says once it is ready; rejects where it ends before. */
function firstWordOf(program: ChildProcess): Promise<string> {
  return new Promise((said, failed) => {
    program.stdout?.once('data', (data: Buffer) => { said(String(data).trim()); });
    program.once('exit', () => { failed(new Error(`${program.spawnfile} ended before it was ready.`)); });
  });
}

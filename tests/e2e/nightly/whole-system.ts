/** A system for whole sites that others wrote, and how a person gives it a photo. */
import { readdir, readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join, relative } from 'node:path';

/** One that runs. */
export interface WholeSystem {
  /** Answers what a browser asks of it. */
  readonly answer: RequestListener;
  /** The photos that it has, as it got them. */
  photos(): Promise<Buffer[]>;
  forgetPhotos(): Promise<void>;
  stop(): Promise<void>;
}

/** What the tests have to know of one. */
export interface Description {
  name: string;
  start(folder: string): Promise<WholeSystem>;
  /** The first parts of the paths that are its own. */
  paths: readonly string[];
  login: Login;
  ways: readonly Way[];
}

/** Where a person logs in, with which fields; what is to be seen once she is in. */
export interface Login {
  page: string;
  fields: Record<string, string>;
  done: string;
}

/** One way to give it a photo: by what opens a picker, or by where the photo is dropped. */
export type Way = {
  name: string;
  /** Its address on the site. */
  page: string;
  photo: string;
  /** Which layer of the gate catches it. */
  layer: string;
  /** What the person does on the page before. */
  before?(hands: Hands): Promise<void>;
  /** What the person does once the page has the photo. */
  after?(hands: Hands): Promise<void>;
  /** What the page shows once the system has the photo. */
  taken: string;
} & ({ opener: string } | { target: string });

/** What a person does on a page in whichever browser. */
export interface Hands {
  waitForSelector(selector: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  readonly keyboard: { type(text: string): Promise<void>; press(key: 'Enter'): Promise<void> };
  close(): Promise<void>;
}

/** Presses what may still have to come. */
export async function reach(hands: Hands, selector: string): Promise<void> {
  await hands.waitForSelector(selector);
  await hands.click(selector);
}

export async function logIn(hands: Hands, { fields, done }: Login): Promise<void> {
  for (const [field, text] of Object.entries(fields)) {
    await reach(hands, field);
    await hands.keyboard.type(text);
  }
  await hands.keyboard.press('Enter');
  await hands.waitForSelector(done);
  await hands.close();
}

/** The files below a folder whose paths in it are like a pattern; none where the folder is not there. */
export async function filesBelow(folder: string, wanted = /^/): Promise<Buffer[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = all.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(paths.filter((path) => wanted.test(relative(folder, path))).map((path) => readFile(path)));
}

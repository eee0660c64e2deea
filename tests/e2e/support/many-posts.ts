/** Many posts, ten photos each, while the service is killed and the browser ends the background at random. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { CHROMIUM_ID } from '../../../extension/src/identity';
import { press, type Chromium } from './chromium';
import { photoIn } from './photos';
import { expectSame, type Stage } from './stage';

const AT_ONCE = 10;
const MOST_FAULTS = 3;
const LONGEST_PAUSE_MS = 1500;
const ROUND_MS = 120_000;

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: string): () => number {
  let count = 0;
  return () => createHash('sha256').update(`${seed} ${count++}`).digest().readUInt32BE() / 2 ** 32;
}

/**
 * Posts photos with and without a child in turn. The person tries again whenever something is told, and covers: so each
 * photo has to come once, in order, and those with a child covered.
 */
export async function postMany(stage: Stage<Chromium>, rounds: number, random: () => number): Promise<void> {
  const names = Array.from({ length: rounds * AT_ONCE }, (_, n) => `${n}-${n % 2 ? 'child' : 'tree'}.jpg`);
  const paths = names.map((name, n) => photoIn(stage.folder, n % 2 ? 'mother-daughter.jpg' : 'forest.jpg', name));
  const own = await stage.browser.open(`chrome-extension://${CHROMIUM_ID}/options.html`);
  const page = await stage.openComposer();
  for (let end = AT_ONCE; end <= names.length; end += AT_ONCE) {
    await own.evaluate('chrome.storage.session.clear()'); // else the same photo is known, and trouble told in brief
    await page.setInputFiles('#files', paths.slice(end - AT_ONCE, end));
    const faults = makeFaults(stage, page, random);
    await expect.poll(() => answer(stage, page), { timeout: ROUND_MS }).toBe(end);
    await faults;
  }
  expect(stage.site.arrivals.map(({ name }) => name)).toEqual(names);
  stage.expectChanged(stage.site.arrivals.filter((_, n) => n % 2));
  for (const [n, arrival] of stage.site.arrivals.entries()) if (n % 2 === 0) expectSame(arrival, paths[n] ?? '');
  await page.close();
  await own.close();
}

async function makeFaults({ service, browser }: Stage<Chromium>, page: Page, random: () => number): Promise<void> {
  for (let left = Math.ceil(random() * MOST_FAULTS); left > 0; left--) {
    await pause(random() * LONGEST_PAUSE_MS);
    await (random() < 0.5 ? service.stop('SIGKILL').then(() => service.start()) : browser.endBackground(page));
  }
}

/** Presses what is offered, if anything is; gives how many photos have come. */
async function answer(stage: Stage<Chromium>, page: Page): Promise<number> {
  const asking = page.frames().find((frame) => frame.url().startsWith('chrome-extension://'));
  if (asking) await press(asking, /^(Try again|Cover and post)/);
  return stage.site.arrivals.length;
}

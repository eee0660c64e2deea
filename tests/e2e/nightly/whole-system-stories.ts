/** What is told of each whole system: it gets nothing but the covered photo, and without the extension the original. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium';
import { inChromium } from '../support/chromium-person';
import { firefoxPath } from '../support/firefox';
import { inFirefox } from '../support/firefox-person';
import { describeWith } from '../support/needs';
import type { Person } from '../support/person';
import { MARKER, photoIn } from '../support/photos';
import { setStage, type Driven, type PageOf, type Stage } from '../support/stage';
import { shows } from '../support/surface';
import { logIn, type Description, type Hands, type Way, type WholeSystem } from './whole-system';

interface Worked extends Driven {
  open(url: string): Promise<Hands & PageOf<Driven>>;
}

/** With what of it is missing on this computer; then its tests are left out. */
export function tellOf(system: Description, missing: readonly string[] = []): void {
  tellIn(inChromium, describeWith('Chromium', chromiumPath, 'chrome-mv3', missing), system);
  tellIn(inFirefox, describeWith('Firefox', firefoxPath, 'firefox-mv3', missing), system);
}

function tellIn<B extends Worked>(
  person: Person<B>, describe: ReturnType<typeof describeWith>, { name: system, ways: all, ...rest }: Description,
): void {
  const { browser, isAsked, press } = person;
  const ways = all.filter((way) => ('opener' in way ? person.pick : person.drop));

  describe(`${system} in ${browser}`, () => {
    const { stage, photos } = setSystem(person.withExtension, rest);

    it.for(ways)('gets the covered photo alone: $name', async (way, test) => {
      shows(test, { kind: 'Whole systems', name: `${system}: ${way.name}`, browser, layer: way.layer });
      const page = await stage.openComposer(way.page);
      await give(person, page, way, photoIn(stage.folder, way.photo));
      await isAsked(page);
      expect(await photos()).toHaveLength(0);
      await press(page, 'Cover and post');
      await isTaken(page, way);
      const taken = await photos();
      expect(taken).toHaveLength(1);
      await stage.expectCovered(taken[0]);
      await page.close();
    });
  });

  describe(`${system} in ${browser} without the extension`, () => {
    const { stage, photos } = setSystem(person.withoutExtension, rest);

    it.for(ways)('gets the original: $name', async (way) => {
      const page = await stage.openComposer(way.page);
      await give(person, page, way, photoIn(stage.folder, way.photo));
      await isTaken(page, way);
      expect((await photos()).map((photo) => photo.includes(MARKER))).toEqual([true]);
      await page.close();
    });
  });
}

async function give<B extends Worked>(person: Person<B>, page: PageOf<B>, way: Way, path: string): Promise<void> {
  await way.before?.(page);
  if ('opener' in way) await person.pick?.(page, way.opener, path);
  else await person.drop?.(page, way.target, path);
}

async function isTaken(hands: Hands, way: Way): Promise<void> {
  await way.after?.(hands);
  await hands.waitForSelector(way.taken);
}

/** Sets a stage, and on its site a system that has no photo yet and in which the person is logged in. */
function setSystem<B extends Worked>(
  start: Parameters<typeof setStage<B>>[0], description: Pick<Description, 'start' | 'paths' | 'login'>,
): { stage: Stage<B>; photos: WholeSystem['photos'] } {
  const stage = setStage(start);
  let folder: string;
  let system: WholeSystem | null = null;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pauza-system-'));
    system = await description.start(folder);
    for (const path of description.paths) stage.site.others.set(path, system.answer);
    await logIn(await stage.openComposer(description.login.page), description.login);
  });
  beforeEach(() => system?.forgetPhotos());
  afterAll(async () => {
    await system?.stop(); // none where the start failed
    await rm(folder, { recursive: true });
  });
  return { stage, photos: async () => await system?.photos() ?? [] };
}

/** An editor gives a photo to Wagtail's multiple upload, in Chromium. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from '../support/chromium';
import { drop } from '../support/hands';
import { describeWith } from '../support/needs';
import { MARKER, photoIn } from '../support/photos';
import { setStage, type Stage } from '../support/stage';
import { shows } from '../support/surface';
import { EDITOR, PATHS, UPLOAD, Wagtail } from './wagtail';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

/** A photo each: what Wagtail has already, it does not take again without a question. */
const WAYS = [
  ['pick', 'children-laughing.jpg', (page: Page, path: string) => page.locator('input[type=file]').setInputFiles(path)],
  ['drop', 'mother-daughter.jpg', (page: Page, path: string) => drop(page, page.locator('.drop-zone'), path)],
] as const;

describe('Wagtail', () => {
  let folder: string;
  let wagtail: Wagtail;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pauza-wagtail-'));
    wagtail = await Wagtail.start(folder);
  });
  beforeEach(() => wagtail.forgetPhotos());
  afterAll(async () => {
    await wagtail?.stop(); // none where the start failed
    await rm(folder, { recursive: true });
  });

  function setWagtail(start: Parameters<typeof setStage<Chromium>>[0]): Stage<Chromium> {
    const stage = setStage(start);
    beforeAll(async () => {
      for (const path of PATHS) stage.site.others.set(path, wagtail.answer);
      await logIn(await stage.openComposer('admin/'));
    });
    return stage;
  }

  describe('in Chromium', () => {
    const stage = setWagtail((site, service) => Chromium.withExtension(site, service));

    it.for(WAYS)('gets the covered photo alone: %s', async ([way, photo, give], test) => {
      shows(test, { kind: 'Whole systems', name: `Wagtail: ${way}`, browser: 'Chromium', layer: 'window' });
      const page = await stage.openComposer(UPLOAD);
      await give(page, photoIn(stage.folder, photo));
      const nudge = await nudgeOf(page);
      expect(await wagtail.photos()).toHaveLength(0);
      await press(nudge, /^Cover and post/);
      await taken(page);
      const photos = await wagtail.photos();
      expect(photos).toHaveLength(1);
      await stage.expectCovered(photos[0]);
      await page.close();
    });
  });

  describe('in Chromium without the extension', () => {
    const stage = setWagtail((site) => Chromium.start(site, { extension: false }));

    it.for(WAYS)('gets the original: %s', async ([, photo, give]) => {
      const page = await stage.openComposer(UPLOAD);
      await give(page, photoIn(stage.folder, photo));
      await taken(page);
      expect((await wagtail.photos())[0]?.includes(MARKER)).toBe(true);
      await page.close();
    });
  });
});

/** Wagtail says that it has the photo. */
async function taken(page: Page): Promise<void> {
  await page.locator('.upload-success').waitFor();
}

async function logIn(page: Page): Promise<void> {
  await page.locator('[name=username]').fill(EDITOR.name);
  await page.locator('[name=password]').fill(EDITOR.password);
  await page.locator('[type=submit]').click();
  await page.waitForURL('**/admin/');
  await page.close();
}

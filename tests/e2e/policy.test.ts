/** Whoever manages the computer has set that no photo goes unchecked: read by Firefox from the person's own home. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { FIREFOX_ID } from '../../extension/src/identity';
import { Firefox, firefoxPath, nudgeOf, press } from './support/firefox';
import { describeWith } from './support/needs';
import { photoIn } from './support/photos';
import { setStage } from './support/stage';

const describe = describeWith('Firefox', firefoxPath, 'firefox-mv3');

describe('where no photo may go unchecked', () => {
  const home = mkdtempSync(join(tmpdir(), 'pauza-home-'));
  beforeAll(() => {
    vi.stubEnv('HOME', home);
    const folder = join(home, '.mozilla/managed-storage');
    const set = { name: FIREFOX_ID, description: 'Pauza', type: 'storage', data: { uncheckedAllowed: false } };
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${FIREFOX_ID}.json`), JSON.stringify(set));
  });
  const stage = setStage((site, service) => Firefox.withExtension(site, service));
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  });

  it('a photo that could not be checked is kept back, each time with the reason', async () => {
    await stage.service.stop();
    const page = await stage.openComposer();
    for (let time = 0; time < 2; time++) {
      await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
      const told = await nudgeOf(page);
      await told.waitForSelector('::-p-text(not posted unchecked)');
      expect(await told.$('::-p-text(Post unchecked)')).toBeNull();
      await press(told, 'Cancel');
    }
    await stage.expectNothingLeft(page);
    await stage.service.start();
    await page.close();
  });
});

async function pick(page: Page, path: string): Promise<void> {
  const input = (await page.$('#files')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

/** The check can't be made: the person is told once in full and decides, and nothing passes as if it were checked. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Chromium, chromiumPath, nudgeOf, press } from './support/chromium';
import { describeWith } from './support/needs';
import { bytesOf, enlarged, photoIn } from './support/photos';
import { expectSame, setStage } from './support/stage';

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

const pick = (page: Page, path: string): Promise<void> => page.setInputFiles('#files', path);

describe('while the service is down', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));
  afterEach(() => stage.service.start());

  it('a photo waits for the person, and is checked at "try again" when the service is up', async () => {
    await stage.service.stop();
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const told = await nudgeOf(page);
    await told.getByText('does not answer').waitFor();
    await stage.expectNothingLeft(page);
    await stage.service.start();
    await press(told, /^Try again/);
    await press(await nudgeOf(page), /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('"try again" tells again as long as it is down', async () => {
    await stage.service.stop();
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const first = await nudgeOf(page);
    await press(first, /^Try again/);
    const second = await nudgeOf(page);
    expect(second).not.toBe(first);
    await stage.expectNothingLeft(page);
    await page.close();
  });

  it('a cancel leaves nothing', async () => {
    await stage.service.stop();
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await press(await nudgeOf(page), /^Cancel/);
    await stage.expectNothingLeft(page);
    await page.close();
  });

  it('"post unchecked" releases the original with a mark, and later photos only get the mark', async () => {
    await stage.service.stop();
    const path = photoIn(stage.folder, 'children-laughing.jpg');
    const page = await stage.openComposer();
    await pick(page, path);
    await press(await nudgeOf(page), /^Post unchecked/);
    expectSame((await stage.arrivals(1))[0], path);
    expect(await stage.browser.badge()).toBe('–');
    await page.reload();
    expect(await stage.browser.badge()).toBe('');
    await pick(page, path);
    expectSame((await stage.arrivals(2))[1], path);
    expect(await stage.browser.badge()).toBe('–');
    await page.close();
  });
});

describe('when the work breaks off', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it('a photo whose worker is killed in the middle is not passed, and the next try is answered', async () => {
    const page = await stage.openComposer();
    const killed = stage.service.killWorkerAtWork();
    await pick(page, enlarged(stage.folder, 'children-laughing.jpg', 6000, 4000));
    await killed;
    const told = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await press(told, /^Try again/);
    await press(await nudgeOf(page), /^Cover and post/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it('a cover that fails is told, and nothing is posted in its place', async () => {
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const nudge = await nudgeOf(page);
    await stage.service.stop();
    await press(nudge, /^Cover and post/);
    const told = await nudgeOf(page);
    await stage.expectNothingLeft(page);
    await stage.service.start();
    await press(told, /^Try again/);
    await stage.expectCovered((await stage.arrivals(1))[0]?.bytes);
    await page.close();
  });

  it.each([
    ['a damaged photo', 'broken.jpg', () => bytesOf('children-laughing.jpg').subarray(0, 50_000), 'damaged'],
    ['a kind that Pauza can not read', 'old.bmp', () => Buffer.from('BM no picture of a kind that is read'), 'kind of picture'],
  ])('%s is told with its cause', async (_, name, bytes, cause) => {
    const path = join(stage.folder, name);
    writeFileSync(path, bytes());
    const page = await stage.openComposer();
    await pick(page, path);
    const told = await nudgeOf(page);
    await told.getByText(cause).waitFor();
    await stage.expectNothingLeft(page);
    await press(told, /^Post unchecked/);
    expectSame((await stage.arrivals(1))[0], path);
    await page.close();
  });
});

describe('when another program has the port', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));
  const paths: (string | undefined)[] = [];
  let stranger: Server;

  it('it is told, and no photo is given to it', async () => {
    await stage.service.stop();
    stranger = createServer((request, response) => {
      paths.push(request.url);
      response.end('{"service":"something else"}');
    }).listen(stage.service.port, '127.0.0.1');
    await once(stranger, 'listening');
    const page = await stage.openComposer();
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    await (await nudgeOf(page)).getByText('Another program answers').waitFor();
    expect(new Set(paths)).toEqual(new Set(['/v1/hello']));
    await stage.expectNothingLeft(page);
    await page.close();
    stranger.closeAllConnections();
    stranger.close();
  });
});

describe('when the browser blocks local addresses', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it('it is told as what it is, with the way on', async () => {
    const page = await stage.openComposer();
    await stage.browser.blockLocalAddresses(page);
    await stage.service.stop(); // no browser stops a background that may call this computer: a fault stands for it
    await pick(page, photoIn(stage.folder, 'children-laughing.jpg'));
    const told = await nudgeOf(page);
    await told.getByText('The browser blocks programs on this computer').waitFor();
    await told.getByText('Allow local network access for Pauza').waitFor();
    await stage.expectNothingLeft(page);
    await stage.service.start();
    await page.close();
  });
});

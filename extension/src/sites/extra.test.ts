import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { listed, registerAgain, switchOff, switchOn } from './extra';

const ORIGIN = 'https://school.example.org:8443';
const PATTERN = 'https://school.example.org/*';

let granted: boolean;
let registered: { id: string }[];

beforeEach(() => {
  fakeBrowser.reset();
  granted = true;
  registered = [];
  Object.assign(browser, {
    permissions: {
      request: vi.fn(() => Promise.resolve(granted)),
      contains: vi.fn(() => Promise.resolve(granted)),
      remove: vi.fn(() => Promise.resolve(true)),
    },
    scripting: {
      getRegisteredContentScripts: ({ ids }: { ids: string[] }) => (
        Promise.resolve(registered.filter(({ id }) => ids.includes(id)))
      ),
      registerContentScripts: (scripts: { id: string }[]) => { registered.push(...scripts); return Promise.resolve(); },
      unregisterContentScripts: ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id));
        return Promise.resolve();
      },
    },
  });
});

it('a site that is switched on gets the gate, in all frames and before the page', async () => {
  expect(await switchOn(ORIGIN)).toBe(true);
  expect(await listed()).toEqual([ORIGIN]);
  expect(registered).toMatchObject([
    { id: PATTERN, matches: [PATTERN], runAt: 'document_start', allFrames: true, matchOriginAsFallback: true },
    { id: `page ${PATTERN}`, matches: [PATTERN], runAt: 'document_start', allFrames: true, world: 'MAIN' },
  ]);
});

it('nothing changes when the person gives no permission', async () => {
  granted = false;
  expect(await switchOn(ORIGIN)).toBe(false);
  expect(await listed()).toEqual([]);
  expect(registered).toEqual([]);
});

it('a site is listed and registered once, however often it is switched on', async () => {
  await switchOn(ORIGIN);
  await switchOn(ORIGIN);
  expect(await listed()).toEqual([ORIGIN]);
  expect(registered.map(({ id }) => id)).toEqual([PATTERN, `page ${PATTERN}`]);
});

it('two ports of a host share the gate, until both are switched off', async () => {
  const other = 'https://school.example.org:9443';
  await switchOn(ORIGIN);
  await switchOn(other);
  expect(registered.map(({ id }) => id)).toEqual([PATTERN, `page ${PATTERN}`]);
  await switchOff(other);
  expect(registered.map(({ id }) => id)).toEqual([PATTERN, `page ${PATTERN}`]);
  await switchOff(ORIGIN);
  expect(registered).toEqual([]);
});

it('a site that is switched off is left alone, and its permission given back', async () => {
  await switchOn(ORIGIN);
  await switchOff(ORIGIN);
  expect(await listed()).toEqual([]);
  expect(registered).toEqual([]);
  expect(browser.permissions.remove).toHaveBeenCalledWith({ origins: [PATTERN] });
});

it('sites are registered again after an update, but for those whose permission was taken back', async () => {
  await switchOn(ORIGIN);
  registered = [];
  await registerAgain();
  expect(registered.map(({ id }) => id)).toEqual([PATTERN, `page ${PATTERN}`]);
  registered = [];
  granted = false;
  await registerAgain();
  expect(registered).toEqual([]);
});

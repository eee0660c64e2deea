import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { DEFAULTS, isPort, readSettings, writeSettings } from './settings';

beforeEach(() => { fakeBrowser.reset(); });

it('settings that nobody changed have their defaults', async () => {
  expect(await readSettings()).toEqual(DEFAULTS);
});

it('a changed setting leaves the others alone', async () => {
  await writeSettings({ port: 9000 });
  expect(await readSettings()).toEqual({ ...DEFAULTS, port: 9000 });
});

it.each([[1024, true], [8765, true], [65535, true], [80, false], [65536, false], [1.5, false], [NaN, false]])(
  'port %d: %s', (port, may) => { expect(isPort(port)).toBe(may); },
);

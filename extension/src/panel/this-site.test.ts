import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { readSettings, writeSettings } from '../settings';
import { makeThisSite, setListed } from './this-site';

beforeEach(() => { fakeBrowser.reset(); });

const boxOf = (part: HTMLElement): HTMLInputElement | null => part.querySelector('input');

test('a listed site is on until it is switched off', async () => {
  expect(boxOf(await makeThisSite('https://www.facebook.com/home'))?.checked).toBe(true);
  await writeSettings({ sitesOff: ['facebook'] });
  expect(boxOf(await makeThisSite('https://www.facebook.com/home'))?.checked).toBe(false);
});

test('a site is switched off once and on again', async () => {
  await setListed('facebook', false);
  await setListed('facebook', false);
  await setListed('x', false);
  expect((await readSettings()).sitesOff).toEqual(['facebook', 'x']);
  await setListed('facebook', true);
  expect((await readSettings()).sitesOff).toEqual(['x']);
});

test('another site is off until the person adds it', async () => {
  expect(boxOf(await makeThisSite('https://forum.example/new'))?.checked).toBe(false);
  await writeSettings({ extraSites: ['https://forum.example'] });
  const part = await makeThisSite('https://forum.example/new');
  expect(boxOf(part)?.checked).toBe(true);
  expect(part.textContent).toContain('Check photos on forum.example');
});

test.each([undefined, 'about:blank', 'chrome://settings'])('on %s there is nothing to switch', async (address) => {
  const part = await makeThisSite(address);
  expect(boxOf(part)).toBeNull();
  expect(part.textContent).toContain('Nothing can be posted from this page.');
});

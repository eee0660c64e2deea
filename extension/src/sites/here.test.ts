import { expect, it } from 'vitest';
import { DEFAULTS } from '../settings';
import { isOn, siteHere, siteId } from './here';

it.each([
  ['https://www.facebook.com/home', 'facebook'],
  ['https://school.example.org:8443/news', 'school.example.org'],
  ['', 'null'],
])('the site of %s is "%s"', (url, id) => { expect(siteId(url)).toBe(id); });

it('a listed site has its own guide', () => {
  expect(siteHere('https://bsky.app/', { ...DEFAULTS })).toMatchObject({
    style: 'soft', guide: { site: 'Bluesky', scope: 'none', checked: null },
  });
});

it('a site that was switched on has no guide, and says so', () => {
  expect(siteHere('https://school.example.org/', { ...DEFAULTS }).guide).toEqual(
    { site: 'school.example.org', scope: 'none', steps: [], checked: null },
  );
});

it('a site can be switched off', () => {
  expect(isOn('https://bsky.app/', { ...DEFAULTS, sitesOff: ['bluesky'] })).toBe(false);
  expect(isOn('https://x.com/', { ...DEFAULTS, sitesOff: ['bluesky'] })).toBe(true);
});

import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from './schema.json';
import { SITES, siteOf } from './guide';
import { gateScripts } from './patterns';

const files = import.meta.glob<object>(['./*.json', '!./schema.json'], { eager: true, import: 'default' });

describe.each(Object.entries(files))('the file %s', (path, file) => {
  it('fits the schema', () => {
    const ajv = new Ajv();
    expect(ajv.validate(schema, file), ajv.errorsText()).toBe(true);
  });

  it('has the name of its site', () => {
    expect(file).toHaveProperty('id', path.slice('./'.length, -'.json'.length));
  });
});

describe('the sites', () => {
  it('are sorted by id', () => {
    const ids = SITES.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  it('say of their steps when they were followed on the site, or that they were not', () => {
    const today = new Date().toISOString();
    for (const { audience } of SITES) expect(audience.checked === null || audience.checked <= today).toBe(true);
  });

  it('are found by each of their own patterns', () => {
    for (const site of SITES) {
      for (const pattern of site.matches) {
        const url = pattern.replace('*://', 'https://').replace('*.', 'www.').replace('*', 'some/page');
        expect(siteOf(url)?.id, url).toBe(site.id);
      }
    }
  });
});

describe('siteOf', () => {
  it.each([
    ['https://facebook.com/', 'facebook'],
    ['https://m.facebook.com/home', 'facebook'],
    ['https://www.facebook.com:8443/home?x=1#y', 'facebook'],
    ['https://www.facebook.com/messages/t/1', 'messenger'],
    ['https://x.com/compose/post', 'x'],
    ['http://127.0.0.1:8765/practice', 'practice'],
  ])('%s is %s', (url, id) => { expect(siteOf(url)?.id).toBe(id); });

  it.each(['https://example.org/', 'https://notfacebook.com/', 'https://facebook.com.example.org/', 'about:blank', 'null', '',
    'http://127.0.0.1:8765/', 'https://docs.google.com/document/d/1'])(
    '%s is no listed site', (url) => { expect(siteOf(url)).toBeNull(); },
  );
});

describe('gateScripts', () => {
  const [byOrigin, inPage, byPath] = gateScripts(['https://b.org/*', 'https://a.org/part*', 'https://b.org/in/*']);

  it('matches frames by origin only where a pattern takes every path', () => {
    expect(byOrigin).toMatchObject({ matches: ['https://b.org/*'], match_origin_as_fallback: true });
    expect(byPath).toMatchObject({ matches: ['https://a.org/part*'] });
    expect(byPath).not.toHaveProperty('match_origin_as_fallback');
  });

  it('puts the gate before what runs in the world of the page', () => {
    expect(byOrigin).toMatchObject({ js: ['gate.js'] });
    expect(inPage).toMatchObject({ js: ['page.js'], world: 'MAIN' });
  });

  it('runs in all frames, before the page', () => {
    for (const script of [byOrigin, inPage, byPath]) {
      expect(script).toMatchObject({ run_at: 'document_start', all_frames: true, match_about_blank: true });
    }
  });
});

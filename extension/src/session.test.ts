import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { noteTold, recall, rememberDecision, wasTold } from './session';

beforeEach(() => { fakeBrowser.reset(); });
const photo = new File(['a face'], 'secret-name.jpg');

describe('a decision', () => {
  it('is recalled by the bytes of the photo, whatever it is called', async () => {
    await rememberDecision(photo, 'facebook', { decision: 'as-is' });
    expect(await recall(new File(['a face'], 'other.jpg'), 'facebook')).toEqual({ decision: 'as-is' });
  });

  it('is recalled beside another of a photo of the same size', async () => {
    const other = new File(['a fact'], 'secret-name.jpg');
    await rememberDecision(photo, 'facebook', { decision: 'as-is' });
    await rememberDecision(other, 'facebook', { decision: 'audience' });
    expect(await recall(photo, 'facebook')).toEqual({ decision: 'as-is' });
    expect(await recall(other, 'facebook')).toEqual({ decision: 'audience' });
  });

  it('is not recalled for other bytes or on another site', async () => {
    await rememberDecision(photo, 'facebook', { decision: 'as-is' });
    expect(await recall(new File(['another'], 'secret-name.jpg'), 'facebook')).toBeNull();
    expect(await recall(new File(['a fact'], 'secret-name.jpg'), 'facebook')).toBeNull();
    expect(await recall(photo, 'x')).toBeNull();
  });

  it('is kept in the memory of the session alone, without the photo or its name', async () => {
    await rememberDecision(photo, 'facebook', { decision: 'audience' });
    const kept = JSON.stringify(await browser.storage.session.get());
    expect(kept).not.toContain('a face');
    expect(kept).not.toContain('secret-name');
    expect(await browser.storage.local.get()).toEqual({});
  });
});

it('trouble counts as told on the site where it was told', async () => {
  expect(await wasTold('facebook')).toBe(false);
  await noteTold('facebook');
  expect(await wasTold('facebook')).toBe(true);
  expect(await wasTold('x')).toBe(false);
});

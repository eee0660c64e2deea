import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { answerMessages, ask, type Handlers, type Sender } from './messages';

const PAGE = { id: 'test-extension-id', url: 'https://www.facebook.com/home', tab: { id: 7 }, frameId: 3 };
const OWN = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };

const seen: Sender[] = [];
const wasTold = vi.fn((_: null, sender: Sender) => {
  seen.push(sender);
  return Promise.resolve(true as never);
});
const service = vi.fn(() => Promise.resolve({ ok: true, value: { version: '1' } }));

type Listener = (message: unknown, from: unknown, respond: (answer: unknown) => void) => boolean;
let listener: Listener;

/** What a sender gets; undefined when it gets no answer. */
function send(message: unknown, from: unknown): Promise<unknown> {
  return new Promise((resolve) => { if (!listener(message, from, resolve)) resolve(undefined); });
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue('chrome-extension://test-extension-id/');
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((added) => { listener = added as Listener; });
  answerMessages({ 'gate-bg/was-told': wasTold, 'ui-bg/service': service } as unknown as Handlers);
});

describe('the background', () => {
  it('answers a content script, and knows from the browser where it runs', async () => {
    expect(await send({ name: 'gate-bg/was-told', payload: null }, PAGE)).toEqual({ value: true });
    expect(seen.at(-1)).toEqual({ url: PAGE.url, tabId: 7, frameId: 3, isPrivate: false });
  });

  it.each([
    ['the site that made it', { ...PAGE, url: 'about:blank', origin: 'https://x.com' }, 'https://x.com'],
    ['its tab', { ...PAGE, url: 'data:,', origin: 'null', tab: { id: 7, url: 'https://x.com/home' } }, 'https://x.com/home'],
    ['nobody', { ...PAGE, url: 'data:,' }, ''],
  ])('counts a frame without an address to %s', async (_, from, url) => {
    await send({ name: 'gate-bg/was-told', payload: null }, from);
    expect(seen.at(-1)).toEqual({ url, tabId: 7, frameId: 3, isPrivate: false });
  });

  it('answers a page of its own', async () => {
    expect(await send({ name: 'ui-bg/service', payload: null }, OWN)).toMatchObject({ value: { ok: true } });
  });

  it.each([
    ['a content script asks as a page of ours', { name: 'ui-bg/service', payload: null }, PAGE],
    ['a page of ours asks as a content script', { name: 'gate-bg/was-told', payload: null }, OWN],
    ['another extension asks', { name: 'gate-bg/was-told', payload: null }, { ...PAGE, id: 'another' }],
    ['the name is unknown', { name: 'gate-bg/all', payload: null }, PAGE],
    ['the name is one of every object', { name: 'toString', payload: null }, PAGE],
    ['it is no message', 'gate-bg/was-told', PAGE],
    ['it is nothing', null, PAGE],
  ])('gives no answer when %s', async (_, message, from) => { expect(await send(message, from)).toBeUndefined(); });

  it('gives no answer when it fails', async () => {
    wasTold.mockRejectedValueOnce(new Error('a fault'));
    expect(await send({ name: 'gate-bg/was-told', payload: null }, PAGE)).toBeUndefined();
  });
});

describe('who asks', () => {
  it('asks once more when the background was ended before it answered', async () => {
    const sending = vi.spyOn(browser.runtime, 'sendMessage')
      .mockRejectedValueOnce(new Error('The message port closed before a response was received.'))
      .mockResolvedValueOnce({ value: true } as never);
    expect(await ask('gate-bg/was-told', null)).toEqual(true);
    expect(sending).toHaveBeenCalledTimes(2);
  });

  it('hears of it when there is no answer at all', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined);
    await expect(ask('gate-bg/was-told', null)).rejects.toThrow();
  });
});

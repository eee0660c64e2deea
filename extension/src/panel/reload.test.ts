import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { GATE_RUNS } from '../sites/patterns';
import { makeReload } from './reload';

interface Injection { func: (key: string) => boolean; args: [string] }

const executeScript = vi.fn<(injection: Injection) => Promise<{ result: boolean }[]>>();
const reload = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  executeScript.mockImplementation(({ func, args }) => Promise.resolve([{ result: func(...args) }])); // the tab is here
  Reflect.deleteProperty(globalThis, Symbol.for(GATE_RUNS));
  Object.assign(browser, { scripting: { executeScript }, tabs: { ...browser.tabs, reload } });
});

test('a tab in which the gate runs needs nothing', async () => {
  Object.assign(globalThis, { [Symbol.for(GATE_RUNS)]: true });
  expect(await makeReload(7)).toEqual([]);
});

test('of a tab that was open before it is said, and a button loads it anew', async () => {
  const [note, button] = await makeReload(7);
  expect(note?.textContent).toContain('not checked yet');
  button?.click();
  expect(reload).toHaveBeenCalledWith(7);
});

test.each([['into which we may not look', 7], ['that the browser does not name', undefined]])(
  'of a tab %s nothing is claimed', async (_, tabId) => {
    executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
    expect(await makeReload(tabId)).toEqual([]);
  },
);

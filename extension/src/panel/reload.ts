/** What is said of a tab in which no gate runs: it was open before the extension, or before an update of it. */
import { browser } from 'wxt/browser';
import { el } from '../look/dom';
import { GATE_RUNS } from '../sites/patterns';
import { speak } from '../words/speak';

/** Nothing, where the gate runs. To be called in the popup: it may look into the tab that it was opened over. */
export async function makeReload(tabId: number | undefined): Promise<HTMLElement[]> {
  if (tabId === undefined || (await gateRunsIn(tabId))) return [];
  const button = el('button', { type: 'button', class: 'plain' }, speak('panel.site.reloadTab'));
  button.addEventListener('click', () => {
    void browser.tabs.reload(tabId);
    window.close();
  });
  return [el('p', {}, speak('panel.site.openBefore')), button];
}

/** Where we may not look, nothing is claimed. */
async function gateRunsIn(tabId: number): Promise<boolean> {
  const func = (key: string): boolean => Symbol.for(key) in globalThis;
  const [found] = await browser.scripting
    .executeScript({ target: { tabId }, func, args: [GATE_RUNS], injectImmediately: true })
    .catch(() => []);
  return found?.result !== false;
}

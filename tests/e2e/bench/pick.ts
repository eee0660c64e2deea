import type { Page } from 'playwright-core';

/** Gives the input its file as the browser's own picker does; when that was (Date.now()). */
export async function pick(page: Page, path: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send('DOM.getDocument');
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#files' });
  const picked = Date.now();
  await cdp.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  return picked;
}

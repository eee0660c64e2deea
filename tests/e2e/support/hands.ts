/** What a person's hands do in Chromium beside clicks: drops of files from outside, and pastes. */
import type { Locator, Page } from 'playwright-core';

/** Drags files from outside the browser onto an element, by the browser's own input. */
export async function drop(page: Page, target: Locator, ...paths: string[]): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('The target is not to be seen.');
  const cdp = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, ...at, data });
  await cdp.detach();
}

/** Puts a PNG on the clipboard, with HTML beside it when given. */
export async function copy(page: Page, png: Buffer, html?: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async ([base64, html]) => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const text = html === undefined ? {} : { 'text/html': new Blob([html], { type: 'text/html' }) };
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob, ...text })]);
  }, [png.toString('base64'), html] as const);
}

export async function paste(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const key = { key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, modifiers: 2 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, commands: ['paste'] });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await cdp.detach();
}

/**
 * A picker of ours in the place of the page's. The page's input never holds what is picked, so that no listener and no
 * poll of the page can read it, wherever the input stands.
 */

export function openPicker(input: HTMLInputElement, picked: (files: File[]) => void): void {
  const own = input.ownerDocument.createElement('input'); // that document may open a picker, another may not
  own.type = 'file';
  for (const name of ['accept', 'capture', 'multiple', 'webkitdirectory']) {
    const value = input.getAttribute(name);
    if (value !== null) own.setAttribute(name, value);
  }
  own.addEventListener('change', () => { picked([...(own.files ?? [])]); });
  own.addEventListener('cancel', () => { input.dispatchEvent(new Event('cancel', { bubbles: true })); });
  own.click();
}

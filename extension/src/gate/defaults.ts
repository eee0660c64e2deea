/** A drop or paste of ours has no default action: what the browser would do, when the page prevents nothing. */
import { isFileInput } from './elements';
import { giveToInput } from './released';
import type { Contents } from './transfer';

/** Where an editor gets what it gets; asked for an editor alone, since other fields have no such places. */
type Caret = () => Range | null;

/** Answers whether there was anything to do for such a target. */
export async function doDefault(target: Element, contents: Contents, caret: Caret): Promise<boolean> {
  if (isFileInput(target)) fillInput(target, contents);
  else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) fillField(target, contents);
  else if (target instanceof HTMLElement && target.isContentEditable) await fillEditor(target, contents, caret);
  else return false;
  return true;
}

function fillInput(input: HTMLInputElement, contents: Contents): void {
  const files = input.multiple ? contents.files : contents.files.slice(0, 1);
  giveToInput(input, files);
}

function fillField(field: HTMLElement, contents: Contents): void {
  field.focus();
  edit('insertText', contents.texts.get('text/plain') ?? '');
}

/** Browsers insert the HTML where there is some, else the pictures with their bytes in the address. */
async function fillEditor(editor: HTMLElement, contents: Contents, caretOf: Caret): Promise<void> {
  const html = safe(contents.texts.get('text/html') ?? '');
  const pictures = html === '' ? await Promise.all(contents.files.map(dataUrl)) : [];
  const caret = caretOf();
  editor.focus();
  if (caret?.startContainer.isConnected) getSelection()?.setBaseAndExtent(...endsOf(caret));
  edit('insertHTML', html);
  for (const picture of pictures) edit('insertImage', picture);
}

function endsOf(range: Range): [Node, number, Node, number] {
  return [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
}

/** The old command is the one way that keeps the page's undo and sends it `beforeinput` and `input`. */
function edit(command: 'insertText' | 'insertHTML' | 'insertImage', value: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (value !== '') document.execCommand(command, false, value);
}

/** As the browser cleans what it pastes: no script and no handler. Nothing, where there is no sanitiser. */
function safe(html: string): string {
  const body: HTMLElement & { setHTML?(html: string): void } = document.implementation.createHTMLDocument().body;
  body.setHTML?.(html);
  return body.innerHTML;
}

function dataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { resolve(reader.result as string); }; // so it is after readAsDataURL
    reader.onerror = () => { reject(new Error('unreadable')); };
    reader.readAsDataURL(file);
  });
}

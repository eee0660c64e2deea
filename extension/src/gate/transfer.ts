/**
 * DataTransfer: copies what a person's one carries, and builds ours.
 *
 * Firefox keeps what a content script makes from the page: it finds no file in our DataTransfer and no clipboard in our
 * event. There, both are made by the page's own constructors, and our files are cloned for the page.
 */

/** What is handed over with an event, copied while the event may still be read. */
export interface Contents {
  files: File[];
  /** Text by type; may name or hold the picture itself. */
  texts: ReadonlyMap<string, string>;
}

interface PageRealm {
  DataTransfer: typeof DataTransfer;
  ClipboardEvent: typeof ClipboardEvent;
}

declare const cloneInto: (<T>(value: T, realm: object) => T) | undefined;
/** Gives a thing of the page's in the wrapper in which listeners of the gate get it. */
declare const XPCNativeWrapper: <T>(value: T) => T;

/** A value that the page may use; a clone in Firefox. */
function forPage<T>(value: T): T {
  return typeof cloneInto === 'undefined' ? value : cloneInto(value, window);
}

/** Firefox only: the page's window without the wrapper that hides the page's changes. */
function pageRealm(): PageRealm | undefined {
  return (window as { wrappedJSObject?: PageRealm }).wrappedJSObject;
}

export function contentsOf(transfer: DataTransfer): Contents {
  const types = [...transfer.types].filter((type) => type !== 'Files');
  return { files: [...transfer.files], texts: new Map(types.map((type) => [type, transfer.getData(type)])) };
}

/**
 * The contents with the files that were decided. Text goes along only when no file was changed: it may be a picture's
 * address or the picture itself, and would hand over what was covered.
 */
export function withFiles(contents: Contents, files: File[]): Contents {
  const same = files.every((file, index) => file === contents.files[index]);
  return { files, texts: same ? contents.texts : new Map() };
}

/** An input that carries files between the gate and the page's own world, out of the page's reach. */
export function carrierOf(files: File[]): HTMLInputElement {
  const carrier = document.createElement('input');
  carrier.type = 'file';
  carrier.files = listOf(files);
  return carrier;
}

/** How the browser sends the events of a person's drops and pastes. */
export const AS_A_PERSON = { bubbles: true, cancelable: true, composed: true };

export function listOf(files: File[]): FileList {
  return transferOf({ files, texts: new Map() }).files;
}

export function transferOf(contents: Contents): DataTransfer {
  const transfer = new (pageRealm()?.DataTransfer ?? DataTransfer)();
  fill(transfer, contents);
  return transfer;
}

function fill(transfer: DataTransfer, contents: Contents): void {
  for (const file of contents.files) transfer.items.add(forPage(file));
  for (const [type, text] of contents.texts) transfer.setData(type, text);
}

export function pasteEvent(contents: Contents): ClipboardEvent {
  const realm = pageRealm();
  if (!realm) return new ClipboardEvent('paste', { ...AS_A_PERSON, clipboardData: transferOf(contents) });
  // Firefox ignores `clipboardData` in the constructor and gives an empty one that can be filled.
  const event = new realm.ClipboardEvent('paste', forPage(AS_A_PERSON));
  if (event.clipboardData) fill(event.clipboardData, contents);
  return XPCNativeWrapper(event); // or it would not be known again as released
}

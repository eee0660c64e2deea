/** Surface: pastes, of pictures and of copied files. */
import { doDefault } from './defaults';
import { targetOf } from './elements';
import type { Held } from './held';
import { listen, swallow } from './listen';
import { areToBeHeld, dispatchReleased, isReleased, markReleased } from './released';
import { contentsOf, pasteEvent, withFiles } from './transfer';
import type { Contents } from './transfer';

/** What is kept of a paste while it is held; the clipboard can't be read later. */
interface Paste {
  target: Element;
  contents: Contents;
  /** The selection in an editor; inputs keep theirs. */
  caret: Range | null;
}

export function init(held: Held, signal: AbortSignal): void {
  function onPaste(event: ClipboardEvent): void {
    const target = targetOf(event, (root) => root.activeElement);
    if (!event.clipboardData || !target || isReleased(event)) return;
    const paste = { target, contents: contentsOf(event.clipboardData), caret: caretNow() };
    const { files } = paste.contents;
    if (!areToBeHeld(files)) return;
    swallow(event);
    const { x, y } = target.getBoundingClientRect();
    void held.hold({ target, files, place: { x, y }, release: (decided) => release(paste, decided) });
  }

  listen('paste', onPaste, signal);
}

function caretNow(): Range | null {
  const selection = getSelection();
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
}

async function release(paste: Paste, files: File[]): Promise<boolean> {
  if (!paste.target.isConnected) return false;
  const contents = withFiles(paste.contents, files);
  const event = pasteEvent(contents);
  markReleased(event.clipboardData?.files ?? []);
  if (dispatchReleased(paste.target, event)) await doDefault(paste.target, contents, () => paste.caret);
  return true;
}

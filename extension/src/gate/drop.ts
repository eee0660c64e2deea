/** Surface: drops. A released drop is a new one, from enter to drop, with the decided files. */
import { doDefault } from './defaults';
import { targetOf } from './elements';
import { entriesOf, filesIn, topOf } from './folder';
import type { Held } from './held';
import { listen, swallow } from './listen';
import { tellPage } from './page-world';
import { areToBeHeld, dispatchReleased, isReleased, markReleased } from './released';
import { AS_A_PERSON, carrierOf, contentsOf, transferOf, withFiles } from './transfer';
import type { Contents } from './transfer';

/** What is kept of a drop while it is held; the event's own data can't be read later. */
interface Drop {
  target: Element;
  contents: Contents;
  /** Where each file was, when there were folders among them. */
  paths: string[] | null;
  init: DragEventInit & { clientX: number; clientY: number };
}

export function init(held: Held, signal: AbortSignal): void {
  function onDrop(event: DragEvent): void {
    const { dataTransfer, clientX: x, clientY: y } = event;
    const target = targetOf(event, (root) => root.elementFromPoint(x, y));
    if (!dataTransfer || !target || isReleased(event)) return;
    const drop = { target, contents: contentsOf(dataTransfer), paths: null, init: initOf(event) };
    const entries = entriesOf(dataTransfer);
    const folders = entries.some(({ isDirectory }) => isDirectory);
    if (!folders && !areToBeHeld(drop.contents.files)) return;
    swallow(event);
    putOverlayAway(drop);
    if (folders) void withFolders(drop, entries).then(hold);
    else hold(drop);
  }

  function hold(drop: Drop): void {
    const { target, contents: { files }, init: { clientX: x, clientY: y } } = drop;
    void held.hold({ target, files, place: { x, y }, release: (decided) => release(drop, decided) });
  }

  listen('drop', onDrop, signal);
}

async function withFolders(drop: Drop, entries: FileSystemEntry[]): Promise<Drop> {
  const found = await filesIn(entries);
  const files = found.map(({ file }) => file);
  return { ...drop, contents: { files, texts: new Map() }, paths: found.map(({ path }) => path) };
}

function initOf(event: DragEvent): Drop['init'] {
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  return {
    ...AS_A_PERSON, clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey,
  };
}

/** The page counts enters against leaves, and would show "drop here" for as long as the drop is held. */
function putOverlayAway(drop: Drop): void {
  const dataTransfer = transferOf({ files: [], texts: new Map() }); // pages look into it without a question
  drop.target.dispatchEvent(new DragEvent('dragleave', { ...drop.init, cancelable: false, dataTransfer }));
}

async function release(drop: Drop, files: File[]): Promise<boolean> {
  const contents = withFiles(drop.contents, drop.paths ? topOf(files, drop.paths) : files);
  const init = { ...drop.init, dataTransfer: transferOf(contents) };
  const target = await landing(drop, init);
  if (!target) return false;
  markReleased(init.dataTransfer.files);
  if (drop.paths) tellPage('drop', carrierOf(files), drop.paths);
  if (!dispatchReleased(target, new DragEvent('drop', init))) return true;
  const done = await doDefault(target, contents, () => caretAt(drop));
  return done || target === drop.target;
}

/**
 * Where the drop goes. Pages expect an enter and an over before a drop, and some put the receiver of a drop into the
 * page only then.
 */
async function landing(drop: Drop, init: DragEventInit): Promise<Element | null> {
  const under = drop.target.isConnected ? drop.target : elementUnder(drop);
  under?.dispatchEvent(new DragEvent('dragenter', init));
  under?.dispatchEvent(new DragEvent('dragover', init));
  if (drop.target.isConnected) return drop.target;
  await new Promise(requestAnimationFrame);
  return elementUnder(drop);
}

function elementUnder(drop: Drop): Element | null {
  return document.elementFromPoint(drop.init.clientX, drop.init.clientY);
}

function caretAt(drop: Drop): Range | null {
  const caret = document.caretPositionFromPoint(drop.init.clientX, drop.init.clientY);
  if (!caret) return null;
  const range = document.createRange();
  range.setStart(caret.offsetNode, caret.offset);
  return range;
}

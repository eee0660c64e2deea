import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { init as initDrop } from './drop';
import { holdFor } from './held';
import { init as initPaste } from './paste';

const photo = (name = 'a.jpg'): File => new File([name], name, { type: 'image/jpeg' });
const settle = async (): Promise<void> => { for (let n = 0; n < 30; n++) await new Promise(setImmediate); };

/** As in a browser; the one of happy-dom takes no data. */
class DragEventWithData extends MouseEvent {
  readonly dataTransfer: DataTransfer | null;

  constructor(type: string, init: DragEventInit) {
    super(type, init);
    this.dataTransfer = init.dataTransfer ?? null;
  }
}
vi.stubGlobal('DragEvent', DragEventWithData);
Object.assign(browser, { dom: { openOrClosedShadowRoot: () => null } });

let gate: AbortController;
let answers: ((files: File[] | null) => void)[];
let zone: HTMLElement;
/** What the page's listeners heard: the event, and the names of the files that it could read. */
let heard: string[];

beforeEach(() => {
  gate = new AbortController();
  answers = [];
  heard = [];
  const held = holdFor({
    decide: () => new Promise((resolve) => answers.push(resolve)),
    lost: () => Promise.resolve(false),
  });
  for (const init of [initDrop, initPaste]) init(held, gate.signal);
  document.body.innerHTML = '<main></main>';
  zone = document.querySelector('main')!;
  for (const type of ['dragenter', 'dragover', 'dragleave', 'drop', 'paste']) {
    document.addEventListener(type, hear, { signal: gate.signal });
  }
});
afterEach(() => { gate.abort(); });

function hear(event: Event): void {
  const { dataTransfer, clipboardData } = event as Partial<DragEvent & ClipboardEvent>;
  const files = [...(dataTransfer ?? clipboardData)?.files ?? []].map(({ name }) => name);
  heard.push([event.type, ...files].join(' '));
  if (event.type === 'drop' || event.type === 'paste') event.preventDefault();
}

function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  for (const item of transfer.items) Object.assign(item, { webkitGetAsEntry: () => null });
  return transfer;
}

function drop(transfer: DataTransfer): DragEvent {
  const init = { bubbles: true, cancelable: true, composed: true };
  const event = new DragEvent('drop', { ...init, dataTransfer: transfer, clientX: 5, clientY: 6 });
  zone.dispatchEvent(event);
  return event;
}

function paste(transfer: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer });
  zone.dispatchEvent(event);
  return event;
}

function folder(path: string, files: File[]): object {
  const entries = files.map((file) => ({
    fullPath: `${path}/${file.name}`, isDirectory: false, file: (done: (file: File) => void) => { done(file); },
  }));
  const parts = [entries, []];
  const reader = { readEntries: (done: (part: object[]) => void) => { done(parts.shift() ?? []); } };
  return { fullPath: path, isDirectory: true, createReader: () => reader };
}

describe('a drop with a photo', () => {
  it('reaches the page only as a leave, and opens nothing in the tab', () => {
    const event = drop(transferOf(photo()));
    expect(heard).toEqual(['dragleave']);
    expect(event.defaultPrevented).toBe(true);
  });

  it('is released as a whole drag with the decided files', async () => {
    drop(transferOf(photo('a.jpg'), photo('b.jpg')));
    await settle();
    answers[0]?.([photo('covered.jpg'), photo('b.jpg')]);
    await settle();
    expect(heard.slice(1).map((line) => line.split(' ')[0])).toEqual(['dragenter', 'dragover', 'drop']);
    expect(heard.at(-1)).toBe('drop covered.jpg b.jpg');
  });

  it('leaves with data to look into, but no file in it', () => {
    const leave = vi.fn();
    zone.addEventListener('dragleave', ({ dataTransfer }) => { leave(dataTransfer?.files.length); });
    drop(transferOf(photo()));
    expect(leave).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('is not heard of again when it is cancelled', async () => {
    drop(transferOf(photo()));
    await settle();
    answers[0]?.(null);
    await settle();
    expect(heard).toEqual(['dragleave']);
  });
});

it('a drop without a photo passes as it is', () => {
  drop(transferOf(new File(['moving'], 'v.mp4', { type: 'video/mp4' })));
  expect(heard).toEqual(['drop v.mp4']);
});

it('a drop with a folder is held with all that is in it, and released as the folder', async () => {
  const transfer = transferOf(new File([], 'album'));
  for (const item of transfer.items) Object.assign(item, { webkitGetAsEntry: () => folder('/album', [photo()]) });
  drop(transfer);
  expect(heard).toEqual(['dragleave']);
  await settle();
  answers[0]?.([photo('covered.jpg')]);
  await settle();
  expect(heard.at(-1)).toBe('drop album');
});

describe('a paste with a photo', () => {
  it('does not reach the page, and inserts nothing', () => {
    const event = paste(transferOf(photo()));
    expect(heard).toEqual([]);
    expect(event.defaultPrevented).toBe(true);
  });

  it('is released with the decided file', async () => {
    paste(transferOf(photo()));
    await settle();
    answers[0]?.([photo('covered.jpg')]);
    await settle();
    expect(heard).toEqual(['paste covered.jpg']);
  });

  it('is lost when its receiver is gone', async () => {
    paste(transferOf(photo()));
    await settle();
    zone.remove();
    answers[0]?.([photo('covered.jpg')]);
    await settle();
    expect(heard).toEqual([]);
  });
});

it('a paste of text passes as it is', () => {
  paste(transferOf());
  expect(heard).toEqual(['paste']);
});

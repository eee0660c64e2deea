/** Files on their way to the gate and back, in inputs that the page has no reference to. */
import { ask } from './channel';
import { getter, method, setter } from './natives';

const create = method(Document.prototype, 'createElement') as (self: Document, name: 'input') => HTMLInputElement;
const setType = setter(HTMLInputElement.prototype, 'type');
const setMultiple = setter(HTMLInputElement.prototype, 'multiple');
const setFiles = setter(HTMLInputElement.prototype, 'files');
const itemsOf = getter(DataTransfer.prototype, 'items');
const filesOfTransfer = getter(DataTransfer.prototype, 'files');
const addItem = method(DataTransferItemList.prototype, 'add') as (self: DataTransferItemList, file: File) => void;
const listen = method(EventTarget.prototype, 'addEventListener');
const page = document;
const Transfer = DataTransfer;
const Cancelled = DOMException;

export const filesOf = getter(HTMLInputElement.prototype, 'files') as (self: HTMLInputElement) => FileList;
export const fileAt = method(FileList.prototype, 'item') as (self: FileList, index: number) => File;

/** Collects files one by one, and hands them to the gate together. */
export class Carrier {
  readonly #transfer = new Transfer();

  add(file: File): void {
    addItem(itemsOf(this.#transfer), file);
  }

  /**
   * Calls back once: `decided` with the files for the page and those that were handed over, in the same order, or
   * `dropped` when the person cancelled. A file that may be given as it is is the same object in both.
   */
  handOver(decided: (files: FileList, given: FileList) => void, dropped: (reason: DOMException) => void): void {
    const given = filesOfTransfer(this.#transfer);
    const input = create(page, 'input');
    setType(input, 'file');
    setMultiple(input, true);
    setFiles(input, given);
    listen(input, 'change', () => { decided(filesOf(input), given); });
    listen(input, 'cancel', () => { dropped(new Cancelled('The user aborted a request.', 'AbortError')); });
    if (!ask('files', input)) decided(given, given);
  }
}

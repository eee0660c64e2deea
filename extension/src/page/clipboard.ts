/** `clipboard.read()`: pictures that a page reads from the clipboard without a paste. */
import { Carrier, fileAt } from './carrier';
import { each, inTurn } from './lists';
import { around, getter, method, whenDone } from './natives';

/** A picture in what was read: one type of an item. */
interface Picture {
  item: ClipboardItem;
  index: number;
  type: string;
}

const Later = Promise;
const Form = FormData;
const append = method(FormData.prototype, 'append') as (self: FormData, name: string, blob: Blob, as: string) => void;
const get = method(FormData.prototype, 'get');
const startsWith = method(String.prototype, 'startsWith');
const slice = method(String.prototype, 'slice');

export function init(): void {
  if (typeof ClipboardItem === 'undefined') return;
  const blobOf = method(ClipboardItem.prototype, 'getType');
  const findPictures = finder();
  const replaced = replacer();

  around<Promise<ClipboardItem[]>>(Clipboard.prototype, 'read', (_, original) => new Later((resolve, reject) => {
    whenDone(original(), (items) => {
      const carrier = new Carrier();
      const pictures = findPictures(items);
      const collect = ({ item, type }: Picture, next: () => void): void => {
        whenDone(blobOf(item, type), (blob) => { carrier.add(fileFrom(blob, type)); next(); }, reject);
      };
      inTurn(pictures, collect, () => {
        carrier.handOver((files, given) => { resolve(replaced(items, pictures, files, given)); }, reject);
      });
    }, reject);
  }));
}

function finder(): (items: ClipboardItem[]) => Picture[] {
  const typesOf = getter(ClipboardItem.prototype, 'types');
  return (items) => {
    const pictures: Picture[] = [];
    each(items, (item, index) => {
      each(typesOf(item), (type) => {
        if (startsWith(type, 'image/')) pictures[pictures.length] = { item, index, type };
      });
    });
    return pictures;
  };
}

/** Beside a changed picture nothing goes along: text may name or hold the original. */
function replacer(): (items: ClipboardItem[], pictures: Picture[], ...files: [FileList, FileList]) => ClipboardItem[] {
  const Item = ClipboardItem;
  return (items, pictures, files, given) => {
    each(pictures, ({ index }, nth) => {
      const file = fileAt(files, nth);
      if (file !== fileAt(given, nth)) items[index] = new Item({ [file.type]: file });
    });
    return items;
  };
}

/** By a form, for the file's constructor asks the page how to go through a list. */
function fileFrom(blob: Blob, type: string): File {
  const form = new Form();
  append(form, 'picture', blob, `image.${slice(type, 'image/'.length)}`);
  return get(form, 'picture') as File; // what is appended as a blob comes back as a file
}

/**
 * Surface: files that the page's own world hands over because no event tells of them: picked handles and what is read
 * from the clipboard. An input that the page has no reference to carries them there and back.
 */
import { isFileInput } from './elements';
import type { Held } from './held';
import { mayBePhoto } from './kind';
import { onAsked } from './page-world';
import { fill } from './released';

export function init(held: Held): void {
  onAsked('files', (carrier) => {
    if (!isFileInput(carrier)) return false;
    const files = [...(carrier.files ?? [])];
    if (!files.some(mayBePhoto)) return false;
    void held.hold({ target: carrier, files, place: null, release: (decided) => release(carrier, decided) })
      .then((outcome) => { if (outcome === 'dropped') carrier.dispatchEvent(new Event('cancel')); });
    return true;
  });
}

function release(carrier: HTMLInputElement, files: File[]): boolean {
  fill(carrier, files);
  carrier.dispatchEvent(new Event('change'));
  return true;
}

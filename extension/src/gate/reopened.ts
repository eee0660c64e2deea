/** `document.open()` and `document.write()` make a document anew and take the gate's listeners away with the page's. */
import { listenAgain } from './listen';
import { onAsked } from './page-world';

export function init(): void {
  onAsked('opened', () => {
    listenAgain();
    return false;
  });
}

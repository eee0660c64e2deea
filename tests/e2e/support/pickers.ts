/** The ways of pages/pickers.html to open a picker: what the person presses, and which layer of the gate catches it. */
import type { Surface } from './surface';

export interface Picker extends Pick<Surface, 'name' | 'layer'> {
  /** What the person presses. */
  id: string;
  /** Where it opens no picker, with or without the extension. */
  except?: 'Firefox';
}

const window = 'window';
const root = 'root of the tree, own picker';
const page = 'page world, own picker';

export const PICKERS: readonly Picker[] = [
  { name: 'input in the page', id: 'plain', layer: window },
  { name: 'hidden input, clicked by a script', id: 'script', layer: 'window, own picker' },
  { name: 'label', id: 'label', layer: window },
  { name: 'open shadow root', id: 'open-root', layer: root },
  { name: 'closed shadow root', id: 'closed-root', layer: root },
  { name: 'shadow root in a shadow root', id: 'nested-roots', layer: root },
  { name: 'declared shadow root, open', id: 'declared-open', layer: root },
  { name: 'declared shadow root, closed', id: 'declared-closed', layer: root },
  { name: 'closed shadow root, clicked by a script', id: 'script-in-closed-root', layer: root },
  { name: 'closed shadow root, showPicker()', id: 'show-in-closed-root', layer: page },
  { name: 'in no document, click()', id: 'detached', layer: page },
  { name: 'in no document, showPicker()', id: 'detached-show', layer: page },
  { name: 'in no document, dispatchEvent()', id: 'detached-dispatch', layer: page },
  { name: 'in no document, by its label', id: 'detached-label', layer: page },
  { name: 'put into the page, clicked and taken away at once', id: 'at-once', layer: 'window, own picker' },
  { name: 'in no document, with an earlier listener of the page', id: 'peeking', layer: page },
  { name: 'the same, put there and taken away at once', id: 'peeking-at-once', layer: 'window, own picker' },
  { name: 'in no document, clicked by another frame', id: 'other-click', layer: page },
  { name: 'in no document, made by another frame', id: 'other-realm', layer: page, except: 'Firefox' },
];

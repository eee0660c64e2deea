/**
 * What the page's own world and the gate say to each other.
 *
 * At its start, before the page's first script, the page world hands the gate a node that the page can't reach, by one
 * event on the window. All later events go to that node, and each carries an element as its `submitter`: the one
 * property of an event that names an element inside a closed shadow root as it is. What the page world says is the
 * page's word: it may ask, never decide.
 */

/** The one event on the window. */
export const HANDSHAKE = 'pauza';

/** From the page world to the gate; "yes" is a prevented event. */
export type Asked =
  | 'tree' // this element's tree, or the shadow root on it, may get a pick that the window does not hear of
  | 'picker' // a script opens the picker of this input; yes: the gate opened its own
  | 'opened' // the document was opened anew, which took the window's listeners away
  | 'submit' // a script sends this form; yes: it waits, and the gate sends it
  | 'files'; // this input carries files for the page; yes: wait for its `change` or `cancel`

/** From the gate to the page world, with a path for each file of the element: an input. */
export type Told =
  | 'paths' // paths inside of the folder that was picked
  | 'drop'; // what the drop that follows holds, folders and all

/** The attribute of the node that carries the paths. */
export const PATHS = 'paths';

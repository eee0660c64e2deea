/**
 * Trees whose events the window does not hear of: shadow roots, and what is in no document. What listens on the window
 * listens at their roots as well.
 */
import { isShadowRoot, shadowOf } from './elements';
import { onAsked } from './page-world';

export interface Roots {
  watch(root: Node): void;
  /** Every root that an event goes through: those in its path, and a closed one on its target, which then hears it. */
  watchAlong(event: Event): void;
}

export function watchRoots(listeners: Record<string, (event: Event) => void>, signal: AbortSignal): Roots {
  const watched = new WeakSet<Node>();

  function watch(root: Node): void {
    if (root === document || watched.has(root)) return;
    watched.add(root);
    for (const [type, listener] of Object.entries(listeners)) {
      root.addEventListener(type, listener, { capture: true, signal });
    }
  }

  function watchAlong(event: Event): void {
    const path = event.composedPath();
    path.filter(isShadowRoot).forEach(watch);
    watchInside(path[0]);
  }

  function watchInside(host: EventTarget | null | undefined): void {
    const root = shadowOf(host);
    if (root) watch(root);
  }

  onAsked('tree', (element) => {
    if (element) watch(element.getRootNode());
    watchInside(element);
    return false;
  });
  return { watch, watchAlong };
}

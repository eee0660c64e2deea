/**
 * Trees whose events the window does not hear of: shadow roots, and what is in no document. What listens on the window
 * listens at their roots as well.
 */
import { isShadowRoot, shadowOf } from './elements';
import { onAsked } from './page-world';

export class Roots {
  readonly #listeners: Readonly<Record<string, (event: Event) => void>>;
  readonly #signal: AbortSignal;
  readonly #watched = new WeakSet<Node>();

  constructor(listeners: Readonly<Record<string, (event: Event) => void>>, signal: AbortSignal) {
    this.#listeners = listeners;
    this.#signal = signal;
    onAsked('tree', (element) => {
      if (element) this.watch(element.getRootNode());
      this.#watchInside(element);
      return false;
    });
  }

  watch(root: Node): void {
    if (root === document || this.#watched.has(root)) return;
    this.#watched.add(root);
    for (const [type, listener] of Object.entries(this.#listeners)) {
      root.addEventListener(type, listener, { capture: true, signal: this.#signal });
    }
  }

  /** Every root that an event goes through: those in its path, and a closed one on its target, which then hears it. */
  watchAlong(event: Event): void {
    const path = event.composedPath();
    for (const node of path.filter(isShadowRoot)) this.watch(node);
    this.#watchInside(path[0]);
  }

  #watchInside(host: EventTarget | null | undefined): void {
    const root = shadowOf(host);
    if (root) this.watch(root);
  }
}

/** Listeners on the window, which hears of everything first. */

interface Listening {
  type: string;
  listener: (event: Event) => void;
  signal: AbortSignal;
}

const all: Listening[] = [];

export function listen<T extends keyof WindowEventMap>(
  type: T, listener: (event: WindowEventMap[T]) => void, signal: AbortSignal,
): void {
  // The browser keeps types and events in step.
  const listening = { type, listener: listener as (event: Event) => void, signal };
  all.push(listening);
  start(listening);
}

/** `document.open()` takes listeners away. Those that are still there stay where they are: one can't be added twice. */
export function listenAgain(): void {
  all.forEach(start);
}

/** The page hears nothing of it, and the browser does nothing of its own. */
export function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function start({ type, listener, signal }: Listening): void {
  window.addEventListener(type, listener, { capture: true, signal });
}

/** Follows one drag of a mouse, pen or finger over an element. */
import { onTrusted } from '../look/dom';

export interface Drag {
  move(at: PointerEvent): void;
  /** `at` is null where the drag was broken off. */
  end(at: PointerEvent | null): void;
}

/** `start` answers what follows the drag, or null to leave it alone. */
export function onDrag(element: HTMLElement, start: (at: PointerEvent) => Drag | null): void {
  let drag: Drag | null = null;

  onTrusted(element, 'pointerdown', (event) => {
    if (event.button !== 0 || drag) return;
    drag = start(event);
    if (drag) element.setPointerCapture(event.pointerId);
  });
  onTrusted(element, 'pointermove', (event) => { drag?.move(event); });
  onTrusted(element, 'pointerup', (event) => { drag?.end(event); drag = null; });
  onTrusted(element, 'pointercancel', () => { drag?.end(null); drag = null; });
}

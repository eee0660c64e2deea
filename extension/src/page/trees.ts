/**
 * Trees that the window does not hear of: shadow roots, and what is in no document. The gate is told of each before an
 * event can happen there.
 */
import { ask } from './channel';
import { around, getter } from './natives';

const typeOf = getter(Event.prototype, 'type');

export function init(): void {
  around(HTMLElement.prototype, 'click', (element, original) => {
    ask('tree', element);
    original();
  });
  around(EventTarget.prototype, 'dispatchEvent', (target, original, [event]) => {
    if (isClick(event)) ask('tree', target);
    return original();
  });
  around(HTMLInputElement.prototype, 'showPicker', (input, original) => {
    ask('tree', input);
    if (!ask('picker', input)) original();
  });
  around(Element.prototype, 'attachShadow', (host, original) => {
    const root = original();
    ask('tree', host);
    return root;
  });
}

function isClick(event: unknown): boolean {
  try {
    return typeOf(event as Event) === 'click';
  } catch {
    return false; // no event: the browser will say so
  }
}

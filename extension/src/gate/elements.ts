/**
 * What an event is for. Told by what a thing is, not by `instanceof`: an element that another frame made belongs to
 * other classes. The page can't change what is read here, for the gate sees elements without the page's properties.
 */
import { browser } from 'wxt/browser';

export function isElement(target: EventTarget | null | undefined): target is Element {
  return (target as Node | null | undefined)?.nodeType === Node.ELEMENT_NODE;
}

export function isShadowRoot(target: EventTarget): target is ShadowRoot {
  return (target as Node).nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in target;
}

export function isFileInput(target: EventTarget | null | undefined): target is HTMLInputElement {
  return isElement(target) && target.localName === 'input' && (target as HTMLInputElement).type === 'file';
}

/** The shadow root on an element, closed or not. Firefox gives it as a property, Chromium by a function. */
export function shadowOf(element: EventTarget | null | undefined): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  const own = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  return own === undefined ? browser.dom.openOrClosedShadowRoot(element) : own;
}

/** What an event is for, in whatever closed root it stands; `inside` finds it in such a root. */
export function targetOf(event: Event, inside: (root: ShadowRoot) => Element | null): Element | null {
  const [first] = event.composedPath();
  let target = isElement(first) ? first : null;
  for (let root = shadowOf(target); root; root = shadowOf(target)) {
    const next = inside(root);
    if (!next || next === target) break;
    target = next;
  }
  return target;
}

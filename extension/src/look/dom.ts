/** Small helpers for building pages by hand. */

type Content = Node | string;
type Attributes = Record<string, string | boolean>;

/** An element with attributes (`true` sets an empty one, `false` none) and content; strings become text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...content: Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...content);
  return element;
}

/** The same for SVG. */
export function shape<K extends keyof SVGElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...content: Content[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(element, attributes);
  element.append(...content);
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : value);
  }
}

/** Listens for what a person did; what a script made up does not count. */
export function onTrusted<K extends keyof HTMLElementEventMap>(
  element: HTMLElement, type: K, act: (event: HTMLElementEventMap[K]) => void,
): void {
  element.addEventListener(type, (event) => { if (event.isTrusted) act(event); });
}

/** A part of a settings page: a heading and what belongs to it. */
import { el } from '../look/dom';

export function makePart(heading: string, ...content: Node[]): HTMLElement {
  return el('section', { class: 'part' }, el('h2', {}, heading), ...content);
}

export function makeTitle(title: string): HTMLElement {
  const sign = el('img', { src: '/icon/48.png', width: '32', height: '32', alt: '' });
  return el('header', { class: 'title' }, sign, el('h1', {}, title));
}

/** A box to tick; `act` hears the new state. */
export function makeSwitch(label: string, on: boolean, act: (on: boolean) => void): HTMLLabelElement {
  const input = el('input', { type: 'checkbox', role: 'switch', checked: on });
  input.addEventListener('change', () => { act(input.checked); });
  return el('label', { class: 'choice' }, input, el('span', {}, label));
}

/** One of several; `act` hears which was chosen. */
export function makeChoice<T extends string>(
  name: string, options: readonly { value: T; label: string }[], chosen: T, act: (value: T) => void,
): HTMLElement {
  const labels = options.map(({ value, label }) => {
    const input = el('input', { type: 'radio', name, value, checked: value === chosen });
    input.addEventListener('change', () => { act(value); });
    return el('label', { class: 'choice' }, input, el('span', {}, label));
  });
  return el('div', { class: 'choices', role: 'radiogroup' }, ...labels);
}

/** A quiet line that is read out when it changes. */
export function makeNote(): HTMLElement {
  return el('p', { class: 'quiet', role: 'status' });
}

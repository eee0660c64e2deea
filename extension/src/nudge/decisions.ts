/** Buttons of equal look and reach: each a label and, where it needs one, a line that says what happens. */
import { el, onTrusted } from '../look/dom';

export interface Choice {
  label: string;
  line?: HTMLElement;
  act: () => void;
}

export function makeDecisions(name: string, choices: Choice[]): HTMLElement {
  const buttons = choices.map(({ label, line, act }) => {
    const name = el('span', { class: 'label' }, label);
    const button = el('button', { type: 'button', class: 'decision' }, name, line ?? '');
    onTrusted(button, 'click', act);
    return button;
  });
  return el('div', { class: 'decisions', role: 'group', 'aria-label': name }, ...buttons);
}

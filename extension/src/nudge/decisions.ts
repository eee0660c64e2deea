/**
 * Buttons of equal look and reach: each a label and, where it needs one, a line that says what happens. They take a
 * click only where they are seen.
 */
import { el, onTrusted } from '../look/dom';
import { watchSight } from './sight';

export interface Choice {
  label: string;
  line?: HTMLElement;
  act: () => void;
}

export function makeDecisions(name: string, choices: Choice[]): HTMLElement {
  const buttons = choices.map(({ label, line, act }) => {
    const name = el('span', { class: 'label' }, label);
    const button = el('button', { type: 'button', class: 'decision' }, name, line ?? '');
    onTrusted(button, 'click', () => { if (button.ariaDisabled === 'false') act(); });
    watchSight(button, (seen) => { button.ariaDisabled = String(!seen); });
    return button;
  });
  return el('div', { class: 'decisions', role: 'group', 'aria-label': name }, ...buttons);
}

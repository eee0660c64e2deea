/**
 * Buttons of equal look and reach: each a label and, where it needs one, a line that says what happens. Those that give
 * something away take a click only where they are seen.
 */
import { el, onTrusted } from '../look/dom';
import { speak } from '../words/speak';
import { watchSight } from './sight';

export interface Choice {
  label: string;
  line?: HTMLElement;
  act: () => void;
  /** Gives nothing to the page, so that it may be pressed unseen. */
  harmless?: true;
}

/** Something that only passes over the buttons needs no word. */
const SAY_AFTER_MS = 1_500;

export function makeDecisions(name: string, choices: Choice[]): HTMLElement {
  let saying: ReturnType<typeof setTimeout> | undefined;
  const unseen = el('p', { role: 'status', hidden: true }, speak('nudge.unseen'));
  const buttons = choices.map((choice) => {
    const button = makeButton(choice);
    if (!choice.harmless) watchSight(button, (seen) => { button.ariaDisabled = String(!seen); say(); });
    return button;
  });

  function say(): void {
    saying ??= setTimeout(() => {
      saying = undefined;
      unseen.hidden = !buttons.some(isDisabled);
    }, SAY_AFTER_MS);
  }

  return el('div', { class: 'decisions', role: 'group', 'aria-label': name }, unseen, ...buttons);
}

function makeButton({ label, line, act }: Choice): HTMLButtonElement {
  const button = el('button', { type: 'button', class: 'decision' }, el('span', { class: 'label' }, label), line ?? '');
  onTrusted(button, 'click', () => { if (!isDisabled(button)) act(); });
  return button;
}

function isDisabled(button: HTMLButtonElement): boolean {
  return button.ariaDisabled === 'true';
}

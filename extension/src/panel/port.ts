/** The port of the service. */
import { el } from '../look/dom';
import { isPort, writeSettings } from '../settings';
import { speak } from '../words/speak';
import { makeNote, makePart } from './part';

/** `changed` is called after another port was saved. */
export function makePort(port: number, changed: () => void): HTMLElement {
  const input = el('input', { type: 'number', value: String(port), min: '1024', max: '65535', required: true });
  const label = el('label', { class: 'field' }, speak('panel.port.label'), input);
  const note = makeNote();
  const form = el('form', { novalidate: true }, label, el('button', { class: 'plain' }, speak('panel.port.save')));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = input.valueAsNumber;
    input.ariaInvalid = String(!isPort(chosen));
    note.textContent = speak(isPort(chosen) ? 'panel.port.saved' : 'panel.port.wrong');
    if (isPort(chosen)) void writeSettings({ port: chosen }).then(changed);
  });
  return makePart(speak('panel.port.heading'), form, note,
    el('p', { class: 'quiet' }, speak('panel.port.same')),
    el('p', { class: 'quiet' }, speak('panel.port.first')));
}

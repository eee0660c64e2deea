/** A command of the service to run in a terminal, with a button that copies it. */
import type { Trouble } from '../messages';
import { DEFAULTS } from '../settings';
import { speak } from '../words/speak';
import { el } from './dom';

/**
 * What to run where `trouble` is met; null where no command helps. `origin` is the extension's own, `port` the one on
 * which it expects the service.
 */
export function commandFor(trouble: Trouble, origin: string, port: number): string | null {
  switch (trouble) {
    case 'service-away': return port === DEFAULTS.port ? 'make run' : `PAUZA_PORT=${port} make run`;
    case 'not-allowed': return `.venv/bin/pauza allow ${origin}`;
    case 'unwell': case 'failed': return '.venv/bin/pauza doctor';
    default: return null;
  }
}

export function makeCommand(command: string): HTMLElement {
  const name = speak('trouble.command');
  const text = el('input', { type: 'text', readonly: true, value: command, 'aria-label': name, dir: 'ltr' });
  const copy = el('button', { type: 'button', class: 'plain' }, speak('trouble.copy'));
  copy.addEventListener('click', () => {
    text.select(); // where the browser does not let us copy, the person can
    navigator.clipboard.writeText(command).then(() => { copy.textContent = speak('trouble.copied'); }, () => undefined);
  });
  return el('div', { class: 'command' }, text, copy);
}

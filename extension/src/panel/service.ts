/** Whether the check works: the service's state, its cause, and what to do now. */
import { browser } from 'wxt/browser';
import { commandFor, makeCommand } from '../look/command';
import { el } from '../look/dom';
import { ask, type Trouble } from '../messages';
import { readSettings } from '../settings';
import { speak } from '../words/speak';
import { makePart } from './part';

export interface ServicePart {
  element: HTMLElement;
  /** Asks anew. */
  look(): Promise<void>;
}

export function makeService(): ServicePart {
  const state = el('div', { class: 'state', role: 'status' });

  async function look(): Promise<void> {
    state.replaceChildren(el('p', { class: 'quiet' }, speak('panel.service.asking')));
    const answer = await ask('ui-bg/service', null);
    const { port } = await readSettings();
    state.replaceChildren(...(answer.ok
      ? [el('p', { class: 'works' }, speak('panel.service.works', { version: answer.value.version }))]
      : explain(answer.trouble, port, () => void look())));
  }

  void look();
  return { element: makePart(speak('panel.service.heading'), state), look };
}

function explain(trouble: Trouble, port: number, again: () => void): HTMLElement[] {
  const command = commandFor(trouble, location.origin, port);
  const act = el('button', { type: 'button', class: 'plain' },
    speak(trouble === 'no-permission' ? 'panel.service.allow' : 'panel.service.again'));
  act.addEventListener('click', () => {
    if (trouble !== 'no-permission') { again(); return; }
    void browser.permissions.request({ origins: ['http://127.0.0.1/*'] }).then(again);
  });
  return [
    el('p', { class: 'failed' }, speak(`trouble.${trouble}.cause`)),
    el('p', {}, speak(`trouble.${trouble}.way`)),
    ...(command ? [makeCommand(command)] : []),
    act,
  ];
}

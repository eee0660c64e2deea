/** The page for a photo that could not be checked, changed or handed over: what happened, why, what to do now. */
import { el, onTrusted } from '../look/dom';
import { makeCommand } from '../look/command';
import type { Policy } from '../policy';
import { speak } from '../words/speak';
import type { TroubleDecision } from './album';
import type { Channel } from './channel';
import { makeDecisions } from './decisions';
import type { ToNudge } from './protocol';
import { makeHeader } from './sheet';

type Told = Extract<ToNudge, { kind: 'trouble' }>;

/** `command` is what helps when it is run; null: nothing. */
export function showTrouble(
  root: HTMLElement, { trouble, step }: Told, { uncheckedAllowed }: Policy, command: string | null, channel: Channel,
): void {
  const decided = (decision: TroubleDecision) => (): void => { channel.tell({ kind: 'trouble-decided', decision }); };
  const failed = step === 'change' ? 'trouble.notChanged' : `trouble.${trouble}.heading` as const;
  const heading = el('h1', { tabindex: '-1', id: 'heading' }, speak(failed));
  const offered = step === 'check' && uncheckedAllowed;

  root.className = 'scrim';
  const dialog = { class: 'sheet small', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'heading' };
  root.replaceChildren(el('div', dialog,
    makeHeader(heading),
    el('p', {}, speak(`trouble.${trouble}.cause`)),
    el('p', {}, speak(`trouble.${trouble}.way`)),
    command ? makeCommand(command) : '',
    step === 'check' && !uncheckedAllowed ? el('p', {}, speak('trouble.uncheckedForbidden')) : '',
    makeDecisions(speak('trouble.decisions'), [
      { label: speak('trouble.tryAgain'), act: decided('try-again') },
      ...(offered ? [{ label: speak('trouble.unchecked'), act: decided('unchecked') }] : []),
      { label: speak('trouble.cancel'), act: decided('cancel'), harmless: true },
    ]),
  ));
  onTrusted(document.documentElement, 'keydown', ({ key }) => { if (key === 'Escape') decided('cancel')(); });
  heading.focus();
}

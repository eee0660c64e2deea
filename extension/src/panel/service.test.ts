import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Messages, Trouble } from '../messages';
import { makeService } from './service';

/** The background answers in turn with `answers`. */
function answerWith(...answers: Messages['ui-bg/service']['answer'][]): void {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => Promise.resolve({ value: answers.shift() }));
}

const away = (trouble: Trouble): Messages['ui-bg/service']['answer'] => ({ ok: false, trouble });

async function seen(...answers: Messages['ui-bg/service']['answer'][]): Promise<HTMLElement> {
  answerWith(...answers);
  const { element } = makeService();
  await expect.poll(() => element.textContent).not.toContain('Asking');
  return element;
}

describe('the service’s state', () => {
  test('that is well says so, with its version', async () => {
    const works = await seen({ ok: true, value: { version: '0.1.0' } });
    expect(works.textContent).toContain('The check works. Program version 0.1.0.');
  });

  test.each<[Trouble, string]>([
    ['service-away', 'make run'],
    ['not-allowed', `.venv/bin/pauza allow ${location.origin}`],
    ['unwell', '.venv/bin/pauza doctor'],
  ])('%s comes with its cause and the command that helps', async (trouble, command) => {
    const element = await seen(away(trouble));
    expect(element.querySelector('.failed')?.textContent).not.toBe('');
    expect(element.querySelector<HTMLInputElement>('.command input')?.value).toBe(command);
  });

  test('is asked for anew at a press', async () => {
    const element = await seen(away('warming'), { ok: true, value: { version: '0.1.0' } });
    element.querySelector<HTMLButtonElement>('button')?.click();
    await expect.poll(() => element.textContent).toContain('The check works.');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quietSign, TOKENS } from './sign';

it.each(TOKENS.split(';'))('%s is as in tokens.css', (token) => {
  const all = readFileSync(join(import.meta.dirname, '../look/tokens.css'), 'utf8').replaceAll(' ', '');
  expect(all).toContain(`${token};`);
});

describe('what is said near the place', () => {
  const opened = vi.spyOn(Element.prototype, 'attachShadow');
  const said = (): string | null | undefined => {
    const root = opened.mock.results.at(-1)?.value as ShadowRoot | undefined;
    return root?.host.isConnected ? root.textContent : null;
  };
  beforeEach(() => {
    vi.useFakeTimers();
    HTMLElement.prototype.showPopover = () => undefined; // the test's document has no top layer
    opened.mockClear();
  });
  afterEach(() => { vi.useRealTimers(); });

  it('goes after a few seconds', () => {
    quietSign(null).say('A still picture.');
    expect(said()).toBe('A still picture.');
    vi.runAllTimers();
    expect(said()).toBeNull();
  });

  it('is nothing while a check is fast', () => {
    quietSign(null).done();
    vi.runAllTimers();
    expect(opened).not.toHaveBeenCalled();
  });
});

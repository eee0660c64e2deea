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
  const barHeight = (): number => {
    const root = opened.mock.results.at(-1)?.value as ShadowRoot;
    return parseFloat(root.querySelector<HTMLElement>('span > span')?.style.backgroundSize.split(' ')[1] ?? '');
  };
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
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

  it('fills its bars once while a check is slow', () => {
    const sign = quietSign(null);
    vi.advanceTimersByTime(1_000);
    expect(barHeight()).toBeGreaterThan(0);
    expect(barHeight()).toBeLessThan(100);
    vi.advanceTimersByTime(9_000);
    expect(barHeight()).toBe(100);
    sign.done();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is nothing while a check is fast', () => {
    quietSign(null).done();
    vi.runAllTimers();
    expect(opened).not.toHaveBeenCalled();
  });
});

import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { readSettings } from '../settings';
import { makePort } from './port';

beforeEach(() => { fakeBrowser.reset(); });

function submit(port: string, changed: () => void): HTMLElement {
  const part = makePort(8765, changed);
  const input = part.querySelector('input');
  if (input) input.value = port;
  part.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  return part;
}

test('a port is kept, and then the service is asked anew', async () => {
  await new Promise<void>((changed) => { submit('9100', changed); });
  expect((await readSettings()).port).toBe(9100);
});

test.each(['80', '70000', '', '9100.5'])('“%s” is no port: it is said, and nothing is kept', async (port) => {
  const part = submit(port, () => { throw new Error('kept'); });
  expect(part.textContent).toContain('A port is a number from 1024 to 65535.');
  expect(part.querySelector('input')?.ariaInvalid).toBe('true');
  expect((await readSettings()).port).toBe(8765);
});

test('it is said plainly that whoever takes the port first would be given photos', () => {
  expect(makePort(8765, () => undefined).textContent).toContain('takes this port first would be given your photos');
});

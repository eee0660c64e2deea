import { expect, test } from 'vitest';
import { commandFor } from './command';

const ORIGIN = 'moz-extension://1b2c';

test.each([
  ['on the port that it takes by itself', 8765, 'make run'],
  ['on another port', 9000, 'PAUZA_PORT=9000 make run'],
])('a service that is away is started %s', (_, port, command) => {
  expect(commandFor('service-away', ORIGIN, port)).toBe(command);
});

test('a service that does not know this browser is told its origin', () => {
  expect(commandFor('not-allowed', ORIGIN, 8765)).toContain(ORIGIN);
});

test('where no command helps there is none', () => { expect(commandFor('damaged', ORIGIN, 8765)).toBeNull(); });

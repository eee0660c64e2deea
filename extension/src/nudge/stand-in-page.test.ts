import { afterEach, describe, expect, it } from 'vitest';
import { hasRoom } from './stand-in-page';

const own = new Map(['origin', 'parent', 'frameElement', 'innerWidth', 'innerHeight'].map((name) => (
  [name, Object.getOwnPropertyDescriptor(window, name)]
)));

/** The window as that of some document. */
function be(properties: Partial<Window>): void {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(window, name, { configurable: true, value });
  }
}

afterEach(() => {
  for (const [name, was] of own) {
    if (was) Object.defineProperty(window, name, was);
    else Reflect.deleteProperty(window, name);
  }
});

const around = { frameElement: null } as Window; // of another site
const large = { innerWidth: 800, innerHeight: 600 };

describe('the nudge can stand', () => {
  it('in a page, however small a person makes its window', () => {
    be({ origin: 'https://x.com', innerWidth: 200, innerHeight: 200 });
    expect(hasRoom()).toBe(true);
  });

  it('in a frame of another site that has room', () => {
    be({ origin: 'https://x.com', parent: around, ...large });
    expect(hasRoom()).toBe(true);
  });

  it('in a small frame whose page around is of the same site', () => {
    const page = { origin: 'https://x.com', frameElement: null, ...large } as Window;
    Object.assign(page, { parent: page });
    be({ origin: 'https://x.com', parent: page, frameElement: document.createElement('iframe'), innerHeight: 60 });
    expect(hasRoom()).toBe(true);
  });
});

describe('the nudge can’t stand', () => {
  it.each([
    ['low', { innerWidth: 800, innerHeight: 283 }],
    ['narrow', { innerWidth: 300, innerHeight: 600 }],
    ['not shown at all', { innerWidth: 0, innerHeight: 0 }],
  ])('in a frame of another site that is %s', (_, size) => {
    be({ origin: 'https://x.com', parent: around, ...size });
    expect(hasRoom()).toBe(false);
  });

  it('in a frame without an origin', () => {
    be({ origin: 'null', parent: around, ...large });
    expect(hasRoom()).toBe(false);
  });

  it('in a page without an origin', () => {
    be({ origin: 'null', ...large });
    expect(hasRoom()).toBe(false);
  });
});

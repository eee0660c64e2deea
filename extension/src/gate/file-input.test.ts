import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { init } from './file-input';
import { holdFor, type Held } from './held';
import { init as initSubmit } from './submit';

const photo = (name = 'a.jpg'): File => new File([name], name, { type: 'image/jpeg' });
const settle = async (): Promise<void> => { for (let n = 0; n < 30; n++) await new Promise(setImmediate); };

let gate: AbortController;
let held: Held;
let answers: ((files: File[] | null) => void)[];
let lost: number;
let input: HTMLInputElement;
let form: HTMLFormElement;
/** What the page's own listeners heard: the event and the names of the files that it could read. */
let heard: string[];

beforeEach(() => {
  Object.assign(browser, { dom: { openOrClosedShadowRoot: () => null } });
  gate = new AbortController();
  answers = [];
  heard = [];
  lost = 0;
  held = holdFor({
    decide: () => new Promise((resolve) => answers.push(resolve)),
    lost: () => Promise.resolve(++lost > 9),
  });
  init(held, gate.signal);
  initSubmit(held, gate.signal);
  document.body.innerHTML = '<form><input type="file" multiple><button>Post</button></form>';
  form = document.querySelector('form')!;
  input = document.querySelector('input')!;
  for (const type of ['input', 'change']) document.addEventListener(type, hear, { signal: gate.signal });
});
afterEach(() => { gate.abort(); });

function hear(event: Event): void {
  heard.push([event.type, ...[...(event.target as HTMLInputElement).files ?? []].map((file) => file.name)].join(' '));
}

/** As a browser does: the list, `input`, and `change` whatever became of the list meanwhile. */
function pick(...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('a pick with a photo', () => {
  it('reaches no listener of the page, and leaves the input empty', () => {
    pick(photo());
    expect(heard).toEqual([]);
    expect(input.files).toHaveLength(0);
  });

  it('is released as an input and a change with the decided files', async () => {
    pick(photo('a.jpg'), photo('b.jpg'));
    await settle();
    answers[0]?.([photo('covered.jpg'), photo('b.jpg')]);
    await settle();
    expect(heard).toEqual(['input covered.jpg b.jpg', 'change covered.jpg b.jpg']);
  });

  it('is not heard of when it is cancelled', async () => {
    pick(photo());
    await settle();
    answers[0]?.(null);
    await settle();
    expect(heard).toEqual([]);
    expect(input.value).toBe('');
  });

  it('can be made again after a cancel', async () => {
    pick(photo());
    await settle();
    answers[0]?.(null);
    await settle();
    pick(photo());
    await settle();
    answers[1]?.([photo()]);
    await settle();
    expect(heard).toEqual(['input a.jpg', 'change a.jpg']);
  });
});

it('a pick without a photo passes as it is', () => {
  pick(new File(['moving'], 'v.mp4', { type: 'video/mp4' }));
  expect(heard).toEqual(['input v.mp4', 'change v.mp4']);
});

it('an event of the page for released files passes', async () => {
  pick(photo());
  await settle();
  answers[0]?.([photo()]);
  await settle();
  heard = [];
  input.dispatchEvent(new Event('change', { bubbles: true }));
  expect(heard).toEqual(['change a.jpg']);
});

describe('a second pick while one is held', () => {
  it('is emptied at once and comes after the first', async () => {
    pick(photo('first.jpg'));
    pick(photo('second.jpg'));
    expect(input.files).toHaveLength(0);
    await settle();
    answers[0]?.([photo('first.jpg')]);
    await settle();
    answers[1]?.([photo('second.jpg')]);
    await settle();
    expect(heard).toEqual(['input first.jpg', 'change first.jpg', 'input second.jpg', 'change second.jpg']);
  });
});

describe('an input that the page removed', () => {
  it('is found again by its looks', async () => {
    pick(photo());
    await settle();
    input.remove();
    form.insertAdjacentHTML('beforeend', '<input type="file" multiple>');
    answers[0]?.([photo()]);
    await settle();
    expect(heard).toEqual(['input a.jpg', 'change a.jpg']);
  });

  it('is told when it is not certain which one took its place', async () => {
    pick(photo());
    await settle();
    input.remove();
    form.insertAdjacentHTML('beforeend', '<input type="file" multiple><input type="file" multiple>');
    answers[0]?.([photo()]);
    await settle();
    expect(lost).toBeGreaterThan(0);
    expect(heard).toEqual([]);
  });
});

describe('a form that is sent while its photo is held', () => {
  let sent: string[];
  beforeEach(() => {
    sent = [];
    document.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push([...input.files ?? []].map((file) => file.name).join(' '));
    }, { signal: gate.signal });
  });

  it('waits, and goes out once with the decided photo', async () => {
    pick(photo());
    form.requestSubmit(form.querySelector('button'));
    form.requestSubmit(form.querySelector('button'));
    await settle();
    expect(sent).toEqual([]);
    answers[0]?.([photo('covered.jpg')]);
    await settle();
    expect(sent).toEqual(['covered.jpg']);
  });

  it('waits as well where a file is required, which the browser misses', async () => {
    input.required = true;
    pick(photo());
    form.querySelector('button')!.click();
    await settle();
    expect(sent).toEqual([]);
    answers[0]?.([photo('covered.jpg')]);
    await settle();
    expect(sent).toEqual(['covered.jpg']);
  });

  it('is not sent when the page only asks whether all is filled in', async () => {
    input.required = true;
    form.addEventListener('click', (event) => { event.preventDefault(); form.reportValidity(); });
    pick(photo());
    form.querySelector('button')!.click();
    expect(form.reportValidity()).toBe(false);
    answers[0]?.([photo('covered.jpg')]);
    await settle();
    expect(sent).toEqual([]);
  });

  it('stays when the photo is cancelled', async () => {
    pick(photo());
    form.requestSubmit();
    await settle();
    answers[0]?.(null);
    await settle();
    expect(sent).toEqual([]);
  });

  it('without a held photo goes out at once', () => {
    form.requestSubmit();
    expect(sent).toEqual(['']);
  });
});

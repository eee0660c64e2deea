/** The quiet sign near the place where a photo was picked or dropped: being checked, or not checked. */
import { firm } from './firm';
import { sign as words } from '../words/en.json';

export interface Sign {
  /** The check has ended. */
  done(): void;
  /** That the photo was not checked, for a few seconds. */
  notChecked(): void;
  /** Something else, for as long. */
  say(text: string): void;
}

type Content = (Element | string)[];

/** A check that is faster than this needs no sign. */
const APPEAR_AFTER_MS = 200;
const SAY_FOR_MS = 5000;
const FILLING_STEPS = 12;
const STEP_MS = 125;
/** Room that the sign keeps from the window's edges, so that its words fit in. */
const WIDTH_PX = 240;
const HEIGHT_PX = 100;

/** Of tokens.css (held by sign.test.ts): a page may forbid sheets, but not what an element is told directly. */
export const TOKENS = '--ground:light-dark(#fffdf9,#1b1e24);--ink:light-dark(#20242c,#f3efe6);' +
  '--line:light-dark(#8a8270,#7d8089);--accent:light-dark(#0b6460,#74cdc6)';
const HOST = `${TOKENS};`
  + firm('all:initial;color-scheme:light dark;position:fixed;display:block;pointer-events:none;');
const PILL = 'display:flex;gap:8px;align-items:center;padding:8px 12px;border:1px solid var(--line);' +
  'border-radius:999px;background:var(--ground);color:var(--ink);font:14px/1.5 system-ui,sans-serif';
const SOLID = 'border-radius:3px;forced-color-adjust:none;background:linear-gradient(var(--accent) 0 0) ' +
  'bottom no-repeat color-mix(in srgb,var(--accent) 30%,transparent);';
const BAR = `${SOLID}width:5px;height:18px`;
const DASH = `${SOLID}width:16px;height:5px`;
const FOR_EARS = 'position:absolute;clip-path:inset(50%);white-space:nowrap';

/** Shows nothing at first; `place` is a point in the window, null its lower corner. */
export function quietSign(place: { x: number; y: number } | null): Sign {
  let host: HTMLElement | null = null;
  const appearing = setTimeout(() => {
    show(pausing(), styled('span', FOR_EARS, words.checking));
  }, APPEAR_AFTER_MS);

  function show(...content: Content): void {
    done();
    host = raise(place, content);
  }

  function done(): void {
    clearTimeout(appearing);
    host?.remove();
    host = null;
  }

  function say(text: string, mark = bars()): void {
    show(mark, text);
    setTimeout(done, SAY_FOR_MS);
  }

  return { done, say, notChecked: () => { say(words.notChecked, dash()); } };
}

/** In the top layer, out of the page's reach and out of the person's way. */
function raise(place: { x: number; y: number } | null, content: Content): HTMLElement {
  const host = styled('div', HOST + where(place));
  host.popover = 'manual';
  const status = styled('div', PILL);
  status.role = 'status';
  host.attachShadow({ mode: 'closed' }).append(status);
  document.documentElement.append(host);
  host.showPopover();
  status.append(...content); // after it is there: only what changes is read out
  return host;
}

function where(place: { x: number; y: number } | null): string {
  if (!place) return firm('inset:auto 16px 16px auto;');
  return firm(`top:clamp(8px,${place.y + 12}px,100vh - ${HEIGHT_PX}px);`
    + `left:clamp(8px,${place.x + 12}px,100vw - ${WIDTH_PX}px);`);
}

/** The pause bars, filling once. */
function pausing(): HTMLElement {
  const mark = bars();
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) fill(mark, 0);
  return mark;
}

/** By hand: an animation, of however few steps, has the page drawn anew 60 times a second while a photo is checked. */
function fill(mark: HTMLElement, step: number): void {
  for (const bar of mark.children as HTMLCollectionOf<HTMLElement>) {
    bar.style.backgroundSize = `100% ${100 * step / FILLING_STEPS}%`;
  }
  if (step === FILLING_STEPS) return;
  setTimeout(() => { if (mark.isConnected) fill(mark, step + 1); }, STEP_MS);
}

function bars(): HTMLElement {
  return styled('span', 'display:flex;gap:4px', styled('span', BAR), styled('span', BAR));
}

function dash(): HTMLElement {
  return styled('span', DASH);
}

function styled(tag: string, css: string, ...content: Content): HTMLElement {
  const element = document.createElement(tag);
  element.style.cssText = css;
  element.append(...content);
  return element;
}

/** The quiet sign near the place where a photo was picked or dropped: being checked, or not checked. */
import { el, shape } from '../look/dom';
import { sign as words } from '../words/en.json';

export interface Sign {
  /** The check has ended. */
  done(): void;
  /** That the photo was not checked, for a few seconds. */
  notChecked(): void;
  /** Something else, for as long. */
  say(text: string): void;
}

/** A check that is faster than this needs no sign. */
const APPEAR_AFTER_MS = 200;
const SAY_FOR_MS = 5000;
const FILLING_MS = 1500;
/** Few: the machine has a photo to check meanwhile. */
const FILLING_STEPS = 12;
/** Room that the sign keeps from the window's edges, so that its words fit in. */
const WIDTH_PX = 240;
const HEIGHT_PX = 100;

/** Of tokens.css (held by sign.test.ts): a page may forbid sheets, but not what an element is told directly. */
export const TOKENS = '--ground:light-dark(#fffdf9,#1b1e24);--ink:light-dark(#20242c,#f3efe6);' +
  '--line:light-dark(#8a8270,#7d8089);--accent:light-dark(#0b6460,#74cdc6)';
const HOST = `${TOKENS};all:initial!important;color-scheme:light dark!important;position:fixed!important;` +
  'display:block!important;pointer-events:none!important;';
const PILL = 'display:flex;gap:8px;align-items:center;margin:0;padding:8px 12px;border:1px solid var(--line);' +
  'border-radius:999px;background:var(--ground);color:var(--ink);font:14px/1.5 system-ui,sans-serif';
const FOR_EARS = 'position:absolute;clip-path:inset(50%);white-space:nowrap';

/** Shows nothing at first; `place` is a point in the window, null its lower corner. */
export function quietSign(place: { x: number; y: number } | null): Sign {
  let host: HTMLElement | null = null;
  const appearing = setTimeout(() => {
    show(pausing(), styled(el('span', {}, words.checking), FOR_EARS));
  }, APPEAR_AFTER_MS);

  function show(...content: Element[]): void {
    done();
    host = raise(place, content);
  }

  function done(): void {
    clearTimeout(appearing);
    host?.remove();
    host = null;
  }

  function say(text: string, mark = drawing(...bars())): void {
    show(mark, el('span', {}, text));
    setTimeout(done, SAY_FOR_MS);
  }

  return { done, say, notChecked: () => { say(words.notChecked, dash()); } };
}

/** In the top layer, out of the page's reach and out of the person's way. */
function raise(place: { x: number; y: number } | null, content: Element[]): HTMLElement {
  const host = el('div', { popover: 'manual' });
  host.style.cssText = HOST + where(place);
  const status = styled(el('p', { role: 'status' }), PILL);
  host.attachShadow({ mode: 'closed' }).append(status);
  document.documentElement.append(host);
  host.showPopover();
  status.append(...content); // after it is there: only what changes is read out
  return host;
}

function where(place: { x: number; y: number } | null): string {
  if (!place) return 'inset:auto 16px 16px auto!important;';
  return `top:clamp(8px,${place.y + 12}px,100vh - ${HEIGHT_PX}px)!important;` +
    `left:clamp(8px,${place.x + 12}px,100vw - ${WIDTH_PX}px)!important;`;
}

/** The pause bars, filling once. */
function pausing(): SVGSVGElement {
  const full = shape('g', {}, ...bars());
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const filling = { clipPath: ['inset(100% 0 0)', 'inset(0)'] };
    full.animate(filling, { duration: FILLING_MS, easing: `steps(${FILLING_STEPS})`, fill: 'both' });
  }
  return drawing(shape('g', { opacity: '0.3' }, ...bars()), full);
}

function bars(): SVGElement[] {
  return ['5', '14'].map((x) => shape('rect', { x, y: '2', width: '5', height: '20', rx: '2.5' }));
}

function dash(): SVGSVGElement {
  return drawing(shape('rect', { x: '3', y: '9.5', width: '18', height: '5', rx: '2.5' }));
}

function drawing(...parts: SVGElement[]): SVGSVGElement {
  const svg = shape('svg', { viewBox: '0 0 24 24', width: '20', height: '20', 'aria-hidden': 'true' }, ...parts);
  return styled(svg, 'flex:none;fill:var(--accent)');
}

function styled<T extends ElementCSSInlineStyle>(element: T, css: string): T {
  element.style.cssText = css;
  return element;
}

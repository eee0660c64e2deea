/**
 * Whether a person can see what they would click. A hostile page can lay something over our frame, or make it
 * see-through, and so get a click for a button that nobody sees. Chromium tells of both (`trackVisibility`); where the
 * browser does not, everything counts as seen.
 */

/** What comes into sight under a pointer is not taken for what was meant. */
const SETTLE_MS = 500;
/** How often the browser looks; the least that it takes. */
const LOOK_EVERY_MS = 100;

interface Entry extends IntersectionObserverEntry {
  isVisible?: boolean;
}
interface Options extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}

/** Tells when `element` has been in sight for a moment, and at once when it no longer is. */
export function watchSight(element: Element, tell: (seen: boolean) => void): void {
  let settling: ReturnType<typeof setTimeout> | undefined;

  function look(entries: Entry[]): void {
    clearTimeout(settling);
    const latest = entries.at(-1);
    if (latest && isHidden(latest)) {
      tell(false);
      settling = setTimeout(lookAgain, SETTLE_MS);
    } else {
      settling = setTimeout(tell, SETTLE_MS, true);
    }
  }

  /** The browser does not tell of everything that uncovers a frame. */
  function lookAgain(): void {
    observer.disconnect();
    observer.observe(element);
  }

  const options: Options = { trackVisibility: true, delay: LOOK_EVERY_MS };
  const observer = new IntersectionObserver(look, options);
  tell(false);
  observer.observe(element);
}

/** Scrolled out of its own page is not hidden: it has to be reached by the keyboard. */
function isHidden({ isIntersecting, isVisible = true }: Entry): boolean {
  return isIntersecting && !isVisible;
}

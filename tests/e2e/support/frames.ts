/** The kinds of frames of pages/frames.html. */

/** Frames that are asked about in the page. */
export const FRAMES = [
  'same-origin', 'cross-origin', 'srcdoc', 'blob', 'javascript', 'about-blank', 'written', 'reopened',
] as const;

/** Frames without an origin: a page of the extension does not run in them, so they are asked about in a window. */
export const WINDOW_FRAMES = ['data', 'sandboxed', 'sandboxed-srcdoc'] as const;

/** Which layer of the gate catches a pick in such a frame. */
export function layerOf(kind: (typeof FRAMES)[number] | (typeof WINDOW_FRAMES)[number]): string {
  return kind === 'written' || kind === 'reopened' ? 'window, put back by the page world' : 'window of the frame';
}

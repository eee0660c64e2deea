/** The kinds of frames of pages/frames.html. */

/** Frames in which the person can be asked. */
export const FRAMES = [
  'same-origin', 'cross-origin', 'srcdoc', 'blob', 'javascript', 'about-blank', 'written', 'reopened',
] as const;

/** Frames without an origin: a page of the extension does not run in them, so nothing is asked and nothing released. */
export const MUTE_FRAMES = ['data', 'sandboxed', 'sandboxed-srcdoc'] as const;

/** Which layer of the gate catches a pick in such a frame. */
export function layerOf(kind: (typeof FRAMES)[number]): string {
  return kind === 'written' || kind === 'reopened' ? 'window, put back by the page world' : 'window of the frame';
}

export const MUTE = 'window of the frame; the question can’t be shown there, so the photo can’t be posted';

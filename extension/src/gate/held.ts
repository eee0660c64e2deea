/**
 * What is held back from the page, and the one order in which it is decided.
 *
 * A hand-over is what a person gives to a page at one moment: the files of one pick, drop or paste. The surfaces take
 * it before the page can, and give it to `hold`. From there it goes one way:
 *
 *     hold()
 *       │
 *       ▼
 *   ┌─────────┐  the hand-over before it ends
 *   │ waiting │ ───────────────┐
 *   └─────────┘                ▼
 *       │                 ┌─────────┐  no photo among the files
 *       │                 │ sorting │ ─────────────────────────────┐
 *       │                 └─────────┘                              │
 *       │                      │ photos                            │
 *       │                      ▼                                   ▼
 *       │                 ┌─────────┐  decided: the files     ┌───────────┐  taken   ┌──────────┐
 *       │                 │  asked  │ ──────────────────────► │ releasing │ ───────► │ released │
 *       │                 └─────────┘                         └───────────┘          └──────────┘
 *       │                      │                                │       ▲
 *       │                      │                   target gone  ▼       │ look again
 *       │                      │                               ┌──────────┐
 *       │                      │                               │   lost   │
 *       │                      │                               └──────────┘
 *       │ leave()              │ cancelled, leave()                 │ given up, leave()
 *       ▼                      ▼                                    ▼
 *   ┌───────────────────────────────────────────────────────────────────┐
 *   │                             dropped                               │
 *   └───────────────────────────────────────────────────────────────────┘
 *
 * - One hand-over of a frame is asked about at a time; the next waits. So a second pick during the first is neither
 *   lost nor mixed up with it, and the page gets both in the order in which they were made.
 * - `released` and `dropped` are ends. Nothing leads from `dropped` to the page: a cancel, a page that goes away and
 *   an error that nobody foresaw release nothing.
 * - The page learns nothing before `releasing`.
 */
import { mayShowPhoto } from './kind';

/** A point in the frame's window, in CSS pixels: where the person picked, dropped or pasted. */
export interface Place { x: number; y: number }

export interface HandOver {
  /** What the page's document would call the receiver: an input, a drop zone, an editor. */
  target: EventTarget;
  /** In the order in which the page would have got them. */
  files: File[];
  place: Place | null;
  /** Gives files to the page; false: the target is gone and could not be found again. */
  release(files: File[]): boolean | Promise<boolean>;
}

export type Outcome = 'released' | 'dropped';

/** Who decides. The gate knows files; what is in a photo is not its business. */
export interface Judge {
  /** A file for each photo, in the same order; null: the person cancelled. */
  decide(photos: File[], place: Place | null, signal: AbortSignal): Promise<File[] | null>;
  /** The page took the target away while its photos were held; true: look for it again. */
  lost(signal: AbortSignal): Promise<boolean>;
}

export interface Held {
  hold(handOver: HandOver): Promise<Outcome>;
  /** How the latest hand-over to this target ends; undefined when none is held. */
  outcomeOf(target: EventTarget): Promise<Outcome> | undefined;
  /** The page goes away: whatever is held is dropped. The page may come back (history), and then holds anew. */
  leave(): void;
}

export function holdFor(judge: Judge): Held {
  const pending = new Map<EventTarget, Promise<Outcome>>();
  let last: Promise<Outcome> = Promise.resolve('released');
  let visit = new AbortController();

  function hold(handOver: HandOver): Promise<Outcome> {
    const { target } = handOver;
    const { signal } = visit;
    const outcome = last
      .then(() => decide(judge, handOver, signal))
      .catch((): Outcome => 'dropped')
      .finally(() => { if (pending.get(target) === outcome) pending.delete(target); });
    last = outcome;
    pending.set(target, outcome);
    return outcome;
  }

  function leave(): void {
    visit.abort();
    visit = new AbortController();
  }

  return { hold, outcomeOf: (target) => pending.get(target), leave };
}

async function decide(judge: Judge, handOver: HandOver, signal: AbortSignal): Promise<Outcome> {
  const shows = await Promise.all(handOver.files.map(mayShowPhoto));
  if (isOver(signal)) return 'dropped';
  const photos = handOver.files.filter((_, index) => shows[index]);
  const decided = photos.length === 0 ? [] : await judge.decide(photos, handOver.place, signal);
  if (decided === null || isOver(signal)) return 'dropped';
  const left = [...decided]; // a photo without a decided file is left out, never passed
  const files = handOver.files.flatMap((file, index) => (shows[index] ? left.splice(0, 1) : [file]));
  while (!(await given(handOver, files))) {
    const again = await judge.lost(signal);
    if (!again || isOver(signal)) return 'dropped';
  }
  return 'released';
}

/** A function, for the compiler takes a signal that was read once for settled. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** A page may make a release fail; then it has not happened, and the person hears of it. */
async function given(handOver: HandOver, files: File[]): Promise<boolean> {
  try {
    return await handOver.release(files);
  } catch {
    return false;
  }
}

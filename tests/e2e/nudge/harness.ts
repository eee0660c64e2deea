/** A page like a site's: opens the real host with drawn photos. The extension page is served from another origin. */
import type { Album, AudienceGuide, Decision, TroubleDecision, TroubleStep } from '../../../extension/src/nudge/album';
import { nudgeAhead, openTrouble } from '../../../extension/src/nudge/host';
import { quietSign } from '../../../extension/src/nudge/sign';
import type { Trouble } from '../../../extension/src/messages';
import { analysisOf, draw, DRAWINGS } from './drawn';

export interface Harness {
  nudge(drawings: (keyof typeof DRAWINGS)[], guide?: Partial<AudienceGuide>): void;
  trouble(trouble: Trouble, step: TroubleStep): void;
  sign: typeof quietSign;
  stop(): void;
  /** What was decided; null while undecided. */
  decision: Decision | TroubleDecision | null;
}

const GUIDE: AudienceGuide = {
  site: 'Example',
  scope: 'per-post',
  steps: ['Press the audience button under your name.', 'Choose Friends or Only me.', 'Press Done.'],
  checked: null,
};
let stop = new AbortController();

const harness: Harness = {
  decision: null,
  nudge(names, guide = {}) {
    const drawings = names.map((name) => DRAWINGS[name]);
    const album: Album = { photos: drawings.map(analysisOf), guide: { ...GUIDE, ...guide }, style: 'soft' };
    const drawingAt = (index: number): (typeof drawings)[number] => drawings[index] ?? DRAWINGS.kitchen;
    begin(nudgeAhead(stop.signal).ask(album, ({ index, maxSide, cover }) => (
      draw(drawingAt(index), maxSide, cover?.regions)
    )));
  },
  trouble(trouble, step) { begin(openTrouble(trouble, step, stop.signal)); },
  sign: quietSign,
  stop() { stop.abort(); stop = new AbortController(); },
};

function begin(decided: Promise<Decision | TroubleDecision>): void {
  harness.decision = null;
  void decided.then((decision) => { harness.decision = decision; });
}

Object.assign(window, { harness });

/**
 * One post, from held photos to decided files: the gate's judge.
 *
 *   photos ──► checked ──► asked about, if any asks for it ──► covered where it was so decided ──► files
 *
 * Each step hands its photos on, or null when the person cancels. Files, pictures and decisions meet here
 * alone: the gate knows no faces, the nudge no files.
 */
import type { Judge, Place } from '../gate/held';
import type { Answer, Ask, Cover, Finding, Redaction, Remembered, SiteHere, Trouble } from '../messages';
import type { Decision, TroubleDecision, TroubleStep } from '../nudge/album';
import type { NudgeAhead } from '../nudge/host';
import type { Sign } from '../nudge/sign';
import type { Analysis } from '../wire';
import { insist, type Tell } from './insist';
import { picturesOf } from './pictures';

/** How the person is spoken to. */
export interface Voice {
  nudgeAhead(signal: AbortSignal): NudgeAhead;
  openTrouble(trouble: Trouble, step: TroubleStep, signal: AbortSignal): Promise<TroubleDecision>;
  quietSign(place: Place | null): Sign;
}

/** What a post is decided with. */
interface Desk {
  ask: Ask;
  voice: Voice;
  place: Place | null;
  signal: AbortSignal;
}

interface Question { photo: File; analysis: Analysis; site: SiteHere }
/** null: there was nothing to decide. */
interface Settled { photo: File; decided: Remembered | null }
/** What the page gets in the photo's place. */
type Made = Settled & Redaction;

/** The background can't be asked: as after a crash that a restart did not mend. */
const FAILED = { ok: false, trouble: 'failed' } as const;

/**
 * `isThere` tells whether the extension still is: after an update its old gate stays in open tabs, with nobody to ask.
 * It says so and holds nothing, or no photo would leave such a tab again.
 */
export function createJudge(ask: Ask, voice: Voice, isThere: () => boolean): Judge {
  return {
    decide: async (photos, place, signal) => {
      if (isThere()) return decideOrTell({ ask, voice, place, signal }, photos);
      voice.quietSign(place).notChecked();
      return photos;
    },
    lost: async (signal) => (await voice.openTrouble('page-changed', 'hand-over', signal)) === 'try-again',
  };
}

/** After a fault that nobody foresaw nothing is posted: what the person decided may be lost. */
function decideOrTell(desk: Desk, photos: File[]): Promise<File[] | null> {
  return decide(desk, photos).catch(async () => {
    const decision = await desk.voice.openTrouble('failed', 'change', desk.signal);
    return decision === 'try-again' ? decideOrTell(desk, photos) : null;
  });
}

async function decide(desk: Desk, photos: File[]): Promise<File[] | null> {
  const settled = await settle(desk, photos);
  const made = settled && await insist(settled, whileSigned(desk, carryOut), tellFully(desk));
  if (!made) return null;
  await Promise.all(made.map((one) => rememberMade(desk, one)));
  const lost = new Set(made.flatMap((one) => one.lost));
  if (lost.size > 0) desk.voice.quietSign(desk.place).say([...lost].join(' '));
  return made.map(({ file }) => file);
}

async function settle(desk: Desk, photos: File[]): Promise<Settled[] | null> {
  const ahead = desk.voice.nudgeAhead(desk.signal);
  const tell = tellOnce(desk);
  try {
    const checked = await insist(photos, whileSigned(desk, check), (trouble) => {
      ahead.dismiss();
      return tell(trouble);
    });
    return checked && (await askAbout(desk, ahead, checked));
  } finally {
    ahead.dismiss();
  }
}

/** Does something with each item while the quiet sign is shown. */
function whileSigned<I, O>(desk: Desk, work: (desk: Desk, item: I) => Promise<O>): (items: I[]) => Promise<O[]> {
  return (items) => {
    const sign = desk.voice.quietSign(desk.place);
    return Promise.all(items.map((item) => work(desk, item))).finally(() => { sign.done(); });
  };
}

async function check({ ask }: Desk, photo: File): Promise<Answer<Question | Settled>> {
  const answer = await ask('gate-bg/check', { photo }).catch(() => FAILED);
  return answer.ok ? { ok: true, value: checkedAs(photo, answer.value) } : answer;
}

function checkedAs(photo: File, finding: Finding): Question | Settled {
  switch (finding.known) {
    case 'site-off': return { photo, decided: null };
    case 'before': return { photo, decided: finding.decided };
    case 'now': return finding.analysis.nudge ? { photo, ...finding } : { photo, decided: null };
  }
}

/** One nudge for all photos of the post that ask for one; null: the post is cancelled. */
async function askAbout({ ask }: Desk, ahead: NudgeAhead, checked: (Question | Settled)[]): Promise<Settled[] | null> {
  const questions = checked.filter((one) => 'analysis' in one);
  const [first] = questions;
  if (!first) return checked.filter((one) => 'decided' in one);
  const album = { photos: questions.map(({ analysis }) => analysis), ...first.site };
  const decision = await ahead.ask(album, picturesOf(ask, questions.map(({ photo }) => photo)));
  if (decision.decision === 'cancel') return null;
  return checked.map((one) => (
    'decided' in one ? one : { photo: one.photo, decided: decidedOn(questions.indexOf(one), decision) }
  ));
}

/** A photo of the album in which the person covers nothing goes out as it is. */
function decidedOn(index: number, decision: Exclude<Decision, { decision: 'cancel' }>): Remembered {
  if (decision.decision !== 'cover') return decision;
  const regions = decision.regions[index];
  if (!regions) throw new RangeError(`no decision on photo ${index}`);
  return regions.length > 0 ? { decision: 'cover', style: decision.style, regions } : { decision: 'as-is' };
}

async function carryOut(desk: Desk, settled: Settled): Promise<Answer<Made>> {
  const { photo, decided } = settled;
  switch (decided?.decision) {
    case 'cover': return redact(desk, settled, decided);
    case 'clean': return redact(desk, settled, null);
    default: return { ok: true, value: { ...settled, file: photo, lost: [] } };
  }
}

async function redact({ ask }: Desk, settled: Settled, cover: Cover | null): Promise<Answer<Made>> {
  const answer = await ask('gate-bg/redact', { photo: settled.photo, cover }).catch(() => FAILED);
  return answer.ok ? { ok: true, value: { ...settled, ...answer.value } } : answer;
}

/** Before the release, so that the page can't be faster, but when nothing can be cancelled any more. */
async function rememberMade(desk: Desk, { photo, decided, file }: Made): Promise<void> {
  if (decided) await remember(desk, photo, decided);
  if (file !== photo) await remember(desk, file, { decision: 'own' });
}

/** What could not be remembered is only asked about once more. */
async function remember({ ask }: Desk, photo: File, what: Remembered): Promise<void> {
  await ask('gate-bg/remember', { photo, what }).catch(() => null);
}

/** Tells of what can't be checked: in full once a site and session, and then for as long as this post tries. */
function tellOnce(desk: Desk): Tell<File, Settled> {
  let inFull = false;
  return async (trouble) => {
    inFull ||= !(await desk.ask('gate-bg/was-told', null).catch(() => false));
    const decision = inFull ? await desk.voice.openTrouble(trouble, 'check', desk.signal) : 'unchecked';
    // A cancel does not show that anybody saw it.
    if (inFull && decision !== 'cancel') await desk.ask('gate-bg/told', null).catch(() => null);
    if (decision !== 'unchecked') return decision;
    showNotChecked(desk);
    return { instead: (photo) => ({ photo, decided: null }) };
  };
}

/** A change that the person asked for and that fails is always told in full; nothing goes out in its place. */
function tellFully({ voice, signal }: Desk): Tell<Settled, Made> {
  return async (trouble) => {
    const decision = await voice.openTrouble(trouble, 'change', signal);
    return decision === 'try-again' ? decision : 'cancel';
  };
}

function showNotChecked({ ask, voice, place }: Omit<Desk, 'signal'>): void {
  voice.quietSign(place).notChecked();
  void ask('gate-bg/not-checked', null).catch(() => null);
}

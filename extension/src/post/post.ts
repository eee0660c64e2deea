/**
 * One post, from held photos to decided files: the gate's judge.
 *
 *   photos ──► checked ──► asked about, if any asks for it ──► covered where it was so decided ──► files
 *
 * Each step turns plans into plans, or into null when the person cancels. Files, pictures and decisions meet here
 * alone: the gate knows no faces, the nudge no files.
 */
import type { Judge, Place } from '../gate/held';
import type { Answer, Ask, Cover, Remembered, SiteHere, Trouble } from '../messages';
import type { Album, Decision, Pictures, TroubleDecision } from '../nudge/album';
import type { Analysis, Region, Style } from '../wire';
import { insist, type Tell } from './insist';
import { picturesOf } from './pictures';

/** How the person is spoken to. */
export interface Voice {
  openNudge(album: Album, pictures: Pictures, signal: AbortSignal): Promise<Decision>;
  openTrouble(trouble: Trouble, signal: AbortSignal): Promise<TroubleDecision>;
  quietSign(place: Place | null): { done(): void; notChecked(): void };
}

/** What a post is decided with. */
interface Desk {
  ask: Ask;
  voice: Voice;
  place: Place | null;
  signal: AbortSignal;
}

/** What is to be done with a photo. */
type Plan = { photo: File } & (
  | { todo: 'release' }
  | { todo: 'redact'; cover: Cover | null } // null: only cleaned of hidden data
  | { todo: 'ask'; analysis: Analysis }
);
type Question = Extract<Plan, { todo: 'ask' }>;

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
    lost: async (signal) => (await voice.openTrouble('page-changed', signal)) === 'try-again',
  };
}

/** A fault that nobody foresaw, as a background that can't start, is told as a failed check. */
async function decideOrTell(desk: Desk, photos: File[]): Promise<File[] | null> {
  try {
    return await decide(desk, photos);
  } catch {
    const decision = await desk.voice.openTrouble('failed', desk.signal);
    if (decision === 'try-again') return decideOrTell(desk, photos);
    return decision === 'unchecked' ? photos : null;
  }
}

async function decide(desk: Desk, photos: File[]): Promise<File[] | null> {
  const here = await desk.ask('gate-bg/site', null);
  if (!here.on) return photos;
  const checked = await insist(photos, signed(desk, check), tellOnce(desk), release);
  const decided = checked && (await askAbout(desk, here, checked));
  return decided && insist(decided, signed(desk, carryOut), tellFully(desk), ({ photo }) => photo);
}

/** Does something with each item while the quiet sign is shown. */
function signed<I, O>(desk: Desk, work: (desk: Desk, item: I) => Promise<O>): (items: I[]) => Promise<O[]> {
  return async (items) => {
    const sign = desk.voice.quietSign(desk.place);
    try {
      return await Promise.all(items.map((item) => work(desk, item)));
    } finally {
      sign.done();
    }
  };
}

async function check(desk: Desk, photo: File): Promise<Answer<Plan>> {
  const before = await desk.ask('gate-bg/recall', { photo });
  if (before) return planned(planOf(photo, before));
  const answer = await desk.ask('gate-bg/analyse', { photo });
  if (!answer.ok) return answer;
  return planned(answer.value.nudge ? { photo, todo: 'ask', analysis: answer.value } : release(photo));
}

function planOf(photo: File, before: Remembered): Plan {
  switch (before.decision) {
    case 'cover': return { photo, todo: 'redact', cover: { style: before.style, regions: before.regions } };
    case 'clean': return { photo, todo: 'redact', cover: null };
    default: return release(photo);
  }
}

function planned(plan: Plan): Answer<Plan> {
  return { ok: true, value: plan };
}

function release(photo: File): Plan {
  return { photo, todo: 'release' };
}

/** One nudge for all photos of the post that ask for one. */
async function askAbout(desk: Desk, here: SiteHere, plans: Plan[]): Promise<Plan[] | null> {
  const questions = plans.filter((plan) => plan.todo === 'ask');
  if (questions.length === 0) return plans;
  const album = { photos: questions.map(({ analysis }) => analysis), guide: here.guide, style: here.style };
  const pictures = picturesOf(desk.ask, questions.map(({ photo }) => photo));
  const decide = planner(desk, await desk.voice.openNudge(album, pictures, desk.signal));
  const answers = decide && (await Promise.all(questions.map(decide)));
  return answers && plans.map((plan) => (plan.todo === 'ask' ? answers[questions.indexOf(plan)] ?? plan : plan));
}

/** What a decision means for each photo that was asked about; null: the post is cancelled. */
function planner(desk: Desk, decision: Decision): ((question: Question, index: number) => Promise<Plan>) | null {
  if (decision.decision === 'cancel') return null;
  if (decision.decision === 'cover') {
    const { style, regions } = decision;
    return ({ photo }, index) => Promise.resolve(coverPlan(photo, style, regions[index] ?? []));
  }
  if (decision.decision === 'clean') return ({ photo }) => Promise.resolve({ photo, todo: 'redact', cover: null });
  const what = { decision: decision.decision };
  return async ({ photo }) => {
    await remember(desk, photo, what);
    return release(photo);
  };
}

/** A photo of the post in which the person covers nothing goes out as it is. */
function coverPlan(photo: File, style: Style, regions: Region[]): Plan {
  return regions.length > 0 ? { photo, todo: 'redact', cover: { style, regions } } : release(photo);
}

async function carryOut(desk: Desk, plan: Plan): Promise<Answer<File>> {
  if (plan.todo !== 'redact') return { ok: true, value: plan.photo };
  const { photo, cover } = plan;
  const answer = await desk.ask('gate-bg/redact', { photo, cover });
  if (answer.ok) {
    await Promise.all([
      remember(desk, photo, cover ? { decision: 'cover', ...cover } : { decision: 'clean' }),
      remember(desk, answer.value, { decision: 'own' }),
    ]);
  }
  return answer;
}

/** Before the release, so that the page can't be faster. What could not be remembered is only asked about once more. */
async function remember({ ask }: Desk, photo: File, what: Remembered): Promise<void> {
  await ask('gate-bg/remember', { photo, what }).catch(() => null);
}

/** Tells of what can't be checked: in full once a site and session, and then for as long as this post tries. */
function tellOnce(desk: Desk): Tell {
  let inFull = false;
  return async (trouble) => {
    inFull ||= (await desk.ask('gate-bg/trouble-told', null)).first;
    const decision = inFull ? await desk.voice.openTrouble(trouble, desk.signal) : 'unchecked';
    if (decision === 'unchecked') showNotChecked(desk);
    return decision;
  };
}

/** A cover that the person asked for and that fails is always told in full. */
function tellFully({ voice, signal }: Desk): Tell {
  return (trouble) => voice.openTrouble(trouble, signal);
}

function showNotChecked({ ask, voice, place }: Omit<Desk, 'signal'>): void {
  voice.quietSign(place).notChecked();
  void ask('gate-bg/not-checked', null).catch(() => null);
}

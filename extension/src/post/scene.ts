/** What the tests of a post play with: photos, a service and a memory that do as they are told, a person. */
import { expect } from 'vitest';
import type { Answer, Ask, Cover, Finding, MessageName, Remembered, Trouble } from '../messages';
import type { Album, Decision, Pictures, TroubleDecision, TroubleStep } from '../nudge/album';
import type { Analysis, Region } from '../wire';
import { createJudge } from './post';

export const child = new File(['child'], 'child.jpg');
export const sister = new File(['sister'], 'sister.jpg');
export const tree = new File(['tree'], 'tree.jpg');
export const region: Region = { cx: 1, cy: 2, width: 3, height: 4, tilt: 0, face: 0 };
export const guide = { site: 'Example', scope: 'none' as const, steps: [], checked: null };

interface Payload { photo: File; what: Remembered; cover: Cover | null }

/** A service and a memory that do as the test says, and a person who answers in order. */
export class Scene {
  on = true;
  troubles: Partial<Record<string, Trouble[]>> = {};
  memory = new Map<File, Remembered>();
  toldBefore = false;
  asked: MessageName[] = [];
  unreachable: MessageName | null = null;
  decisions: Decision[] = [];
  troubleDecisions: TroubleDecision[] = [];
  albums: Album[] = [];
  pictures: Pictures[] = [];
  told: Trouble[] = [];
  steps: TroubleStep[] = [];
  marks = 0;
  lost: string[] = [];
  said: string[] = [];
  ahead = 0;
  signsShown = 0;

  readonly judge = createJudge(this.ask.bind(this) as Ask, {
    nudgeAhead: () => {
      this.ahead = 1;
      return {
        ask: (album, pictures) => {
          this.albums.push(album);
          this.pictures.push(pictures);
          return Promise.resolve(this.decisions.shift() ?? { decision: 'cancel' });
        },
        dismiss: () => { this.ahead = 0; },
      };
    },
    openTrouble: (trouble, step) => {
      this.steps.push(step);
      expect(this.signsShown, 'the sign is put away before anything is told').toBe(0);
      expect(this.ahead, 'and so is the page that was loaded ahead').toBe(0);
      this.told.push(trouble);
      return Promise.resolve(this.troubleDecisions.shift() ?? 'cancel');
    },
    quietSign: () => {
      this.signsShown++;
      return {
        done: () => { this.signsShown--; },
        notChecked: () => { this.signsShown--; this.marks++; },
        say: (text) => { this.signsShown--; this.said.push(text); },
      };
    },
  }, () => this.installed);
  installed = true;

  async decide(...photos: File[]): Promise<File[] | null> {
    const decided = await this.judge.decide(photos, null, new AbortController().signal);
    expect(this.ahead, 'the page that was loaded ahead is taken away').toBe(0);
    return decided;
  }

  private ask(name: MessageName, payload: Payload): Promise<unknown> {
    this.asked.push(name);
    if (name === this.unreachable) return Promise.reject(new Error('ended'));
    return Promise.resolve(this.answers[name](payload));
  }

  private readonly answers: Record<MessageName, (payload: Payload) => unknown> = {
    'gate-bg/check': ({ photo }) => this.orTrouble('check', this.find(photo)),
    'gate-bg/remember': ({ photo, what }) => { this.memory.set(photo, what); },
    'gate-bg/preview': ({ photo }) => this.orTrouble('preview', new Blob([photo])),
    'gate-bg/redact': ({ photo, cover }) => (
      this.orTrouble('redact', {
        file: new File(['redacted'], `${cover ? 'covered' : 'cleaned'} ${photo.name}`), lost: this.lost,
      })
    ),
    'gate-bg/was-told': () => this.toldBefore,
    'gate-bg/told': () => { this.toldBefore = true; },
    'gate-bg/not-checked': () => null,
    'gate-bg/open-nudge': () => null,
    'ui-bg/service': () => null,
  };

  private find(photo: File): Finding {
    if (!this.on) return { known: 'site-off' };
    const decided = this.memory.get(photo);
    if (decided) return { known: 'before', decided };
    return { known: 'now', analysis: { nudge: photo !== tree } as Analysis, site: { style: 'soft', guide } };
  }

  private orTrouble<T>(what: string, value: T): Answer<T> {
    const trouble = this.troubles[what]?.shift();
    return trouble ? { ok: false, trouble } : { ok: true, value };
  }
}

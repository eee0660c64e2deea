/** The nudge as a page: shows the state, says what changed, tells the host what was decided. */
import { el, onTrusted } from '../look/dom';
import { speak } from '../words/speak';
import type { Album, Decision } from './album';
import { makeCard, type Card } from './card';
import type { Channel } from './channel';
import { makePhoto } from './photo';
import { makePreviews } from './previews';
import { makeSheet, type Sheet } from './sheet';
import { begin, coverOf, decide, next, type Happening, type State } from './state';
import { makeStrip } from './strip';
import { makeTools } from './tools';

/** Of the folded card with the room around it, in CSS pixels; its height follows from its text. */
const CARD_WIDTH = 456;

export class Nudge {
  readonly #root: HTMLElement;
  readonly #album: Album;
  readonly #channel: Channel;
  readonly #sheet: Sheet;
  readonly #card: Card;
  readonly #said = el('p', { class: 'for-ears', role: 'status' });
  #state: State;

  /** Fills `root` until the host takes the page away. */
  constructor(root: HTMLElement, album: Album, channel: Channel) {
    this.#root = root;
    this.#album = album;
    this.#channel = channel;
    this.#state = begin(album);
    const happen = (what: Happening): void => { this.#happen(what); };
    const decided = (decision: Decision['decision']) => (): void => { this.#decided(decision); };
    const previews = makePreviews(album, (request) => channel.ask(request));
    this.#sheet = makeSheet(album, {
      picture: [makePhoto(album, previews, happen), makeTools(album, happen), makeStrip(album, previews, happen)],
      acts: {
        cover: decided('cover'),
        audience: () => { happen({ kind: 'fold' }); },
        clean: decided('clean'),
        'as-is': decided('as-is'),
        cancel: decided('cancel'),
      },
    });
    this.#card = makeCard(album.guide, decided('audience'), () => { happen({ kind: 'unfold' }); });
    onTrusted(document.documentElement, 'keydown', ({ key }) => { if (key === 'Escape') this.#decided('cancel'); });
    this.#place();
  }

  #happen(what: Happening): void {
    const { folded } = this.#state;
    this.#state = next(this.#album, this.#state, what);
    if (folded === this.#state.folded) this.#sheet.show(this.#state);
    else { this.#place(); this.#tellSize(); }
    this.#said.textContent = sayOf(what, this.#state);
  }

  #place(): void {
    const { folded } = this.#state;
    const shown = folded ? this.#card : this.#sheet;
    this.#root.className = folded ? 'folded' : 'scrim';
    this.#root.style.inlineSize = folded ? `min(${CARD_WIDTH}px, 100vw)` : ''; // measured at the width it will have
    this.#root.replaceChildren(shown.element, this.#said);
    this.#sheet.show(this.#state);
    shown.heading.focus();
  }

  #tellSize(): void {
    this.#channel.tell(this.#state.folded
      ? { kind: 'fold', card: { width: CARD_WIDTH, height: this.#root.scrollHeight } }
      : { kind: 'unfold' });
  }

  #decided(decision: Decision['decision']): void {
    this.#channel.tell({ kind: 'decided', decision: decide(this.#album, this.#state, decision) });
  }
}

/** For those who hear the page: a button's new name alone is not always read out. */
function sayOf(what: Happening, state: State): string {
  if (what.kind === 'erase') return speak('nudge.drawnGone');
  if (what.kind !== 'toggle') return '';
  return speak('nudge.faceChanged', { number: what.face + 1, covered: coverOf(state).faces[what.face] ? 'yes' : 'no' });
}

/** What the person sees and has chosen so far, as a pure function of the album and what happened. */
import type { Region } from '../wire';
import type { Album, Decision } from './album';

/** What is covered in one photo: a yes or no for each face, and regions drawn by hand. */
export interface Cover {
  faces: readonly boolean[];
  drawn: readonly Region[];
}

export interface State {
  /** Index of the photo that is looked at. */
  shown: number;
  /** One for each photo of the album. */
  covers: readonly Cover[];
  view: 'before' | 'after';
  /** Folded: the dialog is a small card while the audience is set on the site. */
  folded: boolean;
}

export type Happening =
  | { kind: 'look'; photo: number }
  | { kind: 'toggle'; face: number }
  | { kind: 'draw'; region: Region }
  | { kind: 'adjust'; drawn: number; region: Region }
  | { kind: 'erase'; drawn: number }
  | { kind: 'compare'; view: State['view'] }
  | { kind: 'fold' }
  | { kind: 'unfold' };

/** The service covers no more in one photo. */
export const MOST_REGIONS = 64;

/** Opens at the first photo that nudges; faces that may be a child's are covered (the largest 64), adults are not. */
export function begin(album: Album): State {
  return {
    shown: Math.max(0, album.photos.findIndex((photo) => photo.nudge)),
    covers: album.photos.map(({ faces }) => ({ faces: coveredAtFirst(faces), drawn: [] })),
    view: 'after',
    folded: false,
  };
}

/** The service lists faces from the largest to the smallest. */
function coveredAtFirst(faces: Album['photos'][number]['faces']): boolean[] {
  let left = MOST_REGIONS;
  return faces.map((face) => face.verdict !== 'adult' && left-- > 0);
}

export function next(album: Album, state: State, happening: Happening): State {
  switch (happening.kind) {
    case 'look': return album.photos[happening.photo] ? { ...state, shown: happening.photo } : state;
    case 'compare': return { ...state, view: happening.view };
    case 'fold': return { ...state, folded: true };
    case 'unfold': return { ...state, folded: false };
    default: {
      const cover = change(coverOf(state), happening);
      const changed = { ...state, covers: state.covers.with(state.shown, cover), view: 'after' as const };
      return tooMany(album, state, changed) ? state : changed;
    }
  }
}

function tooMany(album: Album, before: State, after: State): boolean {
  const count = (state: State): number => regionsOf(album, state, state.shown).length;
  return count(after) > MOST_REGIONS && count(after) > count(before);
}

function change(cover: Cover, happening: Extract<Happening, { kind: 'toggle' | 'draw' | 'adjust' | 'erase' }>): Cover {
  const { faces, drawn } = cover;
  switch (happening.kind) {
    case 'toggle': return { drawn, faces: faces.map((on, face) => (face === happening.face ? !on : on)) };
    case 'draw': return { faces, drawn: [...drawn, happening.region] };
    case 'adjust': return { faces, drawn: drawn.map((old, i) => (i === happening.drawn ? happening.region : old)) };
    case 'erase': return { faces, drawn: drawn.filter((_, i) => i !== happening.drawn) };
  }
}

/** The cover of the photo that is looked at. */
export function coverOf(state: State): Cover {
  return state.covers[state.shown] ?? { faces: [], drawn: [] };
}

/** What is covered in the photo at `index`, as the service wants it. */
export function regionsOf(album: Album, state: State, index: number): Region[] {
  const cover = state.covers[index];
  if (!cover) return [];
  const ofFaces = album.photos[index]?.regions ?? [];
  return [...ofFaces.filter(({ face }) => face !== null && cover.faces[face]), ...cover.drawn];
}

/** How many of the album's photos have something covered. */
export function coveredPhotos(album: Album, state: State): number {
  return album.photos.filter((_, index) => regionsOf(album, state, index).length > 0).length;
}

export function decide(album: Album, state: State, decision: Decision['decision']): Decision {
  if (decision !== 'cover') return { decision };
  return { decision, style: album.style, regions: album.photos.map((_, index) => regionsOf(album, state, index)) };
}

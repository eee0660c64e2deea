/** What the nudge is given and what it answers: pictures, faces, decisions; no files, no sites, no network. */
import type { Analysis, Region, Style } from '../wire';

/** How a post's audience is limited on the site it goes to; texts are ready to show. */
export interface AudienceGuide {
  site: string;
  /** per-post: can be set for this post; account: only for the whole account; recipients: the chat is the audience. */
  scope: 'per-post' | 'account' | 'recipients' | 'none';
  steps: string[];
  /** Day of the last check of the steps on the site (ISO), or null: not verified. */
  checked: string | null;
}

export interface Album {
  /** Each with the plain preview that the nudge opens with. */
  photos: Analysis[];
  guide: AudienceGuide;
  /** How covers look; the person's setting. */
  style: Style;
}

/** The longest side of the pictures that the nudge shows, in pixels. */
export const SHOWN_SIDE = 1024;

/** A picture that the nudge wants to show: plain, or covered. `index` counts in Album.photos. */
export interface PictureRequest {
  index: number;
  /** At most so many pixels wide and high. */
  maxSide: number;
  cover?: { style: Style; regions: Region[] };
}

/** Makes a picture when it is wanted. */
export type Pictures = (request: PictureRequest) => Promise<Blob>;

/** One decision for the post. For `cover`, the regions of each photo in the album's order (may be empty). */
export type Decision =
  | { decision: 'cover'; style: Style; regions: Region[][] }
  | { decision: 'audience' | 'clean' | 'as-is' }
  | { decision: 'cancel' };

/** What failed: to check a photo, to change it as the person decided, to hand it to the page. */
export type TroubleStep = 'check' | 'change' | 'hand-over';

/** The answer to a trouble; only a check can be gone without. */
export type TroubleDecision = 'try-again' | 'unchecked' | 'cancel';

/** The service's JSON, in the names that the extension uses; generated from its OpenAPI document (`make types`). */
export interface Region { cx: number; cy: number; width: number; height: number; tilt: number; face: number | null }
export type Verdict = 'child' | 'unsure' | 'adult';
export interface Face {
  box: { x: number; y: number; width: number; height: number };
  eyes: [[number, number], [number, number]];
  tilt: number;
  confidence: number;
  age: { under_13: number; under_18: number };
  verdict: Verdict;
  why: ('age' | 'small' | 'blurred' | 'disagree')[];
}
export interface Analysis {
  photo: { width: number; height: number; format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic'; frames: number };
  verdict: Verdict | 'none';
  nudge: boolean;
  faces: Face[];
  regions: Region[];
  hidden: { kind: 'place' | 'date' | 'camera' | 'names' | 'thumbnail' | 'other' }[];
  timings_ms: { decode: number; faces: number; ages: number };
}
export type Style = 'soft' | 'solid' | 'sticker-sun' | 'sticker-cat' | 'sticker-star' | 'sticker-heart' | 'sticker-balloon';
export type Sensitivity = 'careful' | 'balanced' | 'quiet';

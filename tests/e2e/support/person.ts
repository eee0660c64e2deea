/** What a person does in a browser, so that one story can be told of both. */
import type { Service } from './service';
import type { Site } from './site';
import type { Driven, PageOf } from './stage';
import type { Surface } from './surface';

/** Ways to give a photo that no driver of the browser can go are missing. */
export interface Person<B extends Driven> {
  browser: Surface['browser'];
  withExtension(site: Site, service: Service): Promise<B>;
  withoutExtension(site: Site): Promise<B>;
  /** Presses what opens a picker, and picks there. */
  pick?(page: PageOf<B>, opener: string, ...paths: string[]): Promise<void>;
  /** Picks in an input that is out of reach, behind the nudge; as in a picker that was open before. */
  pickBehind?(page: PageOf<B>, input: string, path: string): Promise<void>;
  /** Presses what opens a picker of handles, and picks there; a shared photo stands in for the picked one. */
  pickHandle?(page: PageOf<B>, opener: string, photo: string): Promise<void>;
  /** Drags files or folders from outside the browser onto an element. */
  drop?(page: PageOf<B>, target: string, ...paths: string[]): Promise<void>;
  /** Copies a picture elsewhere, and pastes it into an element. */
  paste?(page: PageOf<B>, target: string, png: Buffer): Promise<void>;
  /** Copies a picture elsewhere, and presses what has the page read the clipboard; allows it, where the browser asks. */
  letRead?(page: PageOf<B>, reader: string, png: Buffer): Promise<void>;
  /** Waits until the nudge asks. */
  isAsked(page: PageOf<B>): Promise<void>;
  /** Presses a button of the nudge, once it asks. */
  press(page: PageOf<B>, words: string): Promise<void>;
}

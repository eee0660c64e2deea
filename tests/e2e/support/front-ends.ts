/** Real upload front ends, each on a small page of tests/front-ends: how a person hands a photo to it. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll } from 'vitest';
import { build, type Rolldown } from 'vite';
import { resumable } from './resumable';
import { setStage, type Driven, type Stage } from './stage';
import type { Service } from './service';
import type { Site } from './site';

/** Where the pages of FRONT_ENDS are. */
export const PAGES = resolve(import.meta.dirname, '../../front-ends');

export interface FrontEnd {
  name: string;
  /** Its page, without `.html`. */
  page: string;
  /** What the person presses to pick a photo. */
  picker?: string;
  /** What the person presses to pick a handle. */
  handlePicker?: string;
  /** Where the person drops a photo. */
  zone?: string;
  /** Where the person pastes a picture. */
  editor?: string;
  /** Which layer of the gate catches a pick; drops and pastes are caught at the window. */
  layer: string;
  /** It draws a picture of its own from the photo, and sends that. */
  redraws: boolean;
  /** It takes several photos, and sends one after the other. */
  inOrder?: boolean;
}

export const window = { layer: 'window', redraws: false };
export const own = { layer: 'window, own picker', redraws: false };
const dashboard = { picker: '.uppy-Dashboard-browse', zone: '.uppy-Dashboard-AddFiles', ...own };

export const FRONT_ENDS: readonly FrontEnd[] = [
  { name: 'Uppy, Dashboard', page: 'uppy', ...dashboard },
  { name: 'Uppy, Dashboard, resumable', page: 'uppy-tus', ...dashboard },
  { name: 'Dropzone', page: 'dropzone', picker: '#zone', zone: '#zone', ...own },
  {
    name: 'FilePond, which makes pictures smaller', page: 'filepond',
    picker: '.filepond--label-action', zone: '.filepond--root', ...window, redraws: true,
  },
  { name: 'React, an input', page: 'react', picker: 'input', zone: 'input', ...window },
  { name: 'react-dropzone', page: 'react-dropzone', picker: '#zone', zone: '#zone', ...own, inOrder: true },
  { name: 'Vue, an input', page: 'vue', picker: 'input', zone: 'input', ...window },
  { name: 'jQuery File Upload', page: 'blueimp', picker: 'input', zone: '#zone', ...window },
  { name: 'Tiptap', page: 'tiptap', zone: '.tiptap', editor: '.tiptap', ...window },
];

/** Sets the stage with a site on which the front ends of a folder stand. */
export function setFrontEnds<B extends Driven>(
  start: (site: Site, service: Service) => Promise<B>, pages: string,
): Stage<B> {
  const stage = setStage(start);
  beforeAll(async () => {
    const { site, folder } = stage;
    site.made = await bundled(pages);
    site.others.set('/tus', resumable('/tus', folder, (file) => { site.arrivals.push(file); }));
  });
  return stage;
}

/** The pages with the code of their packages, by path. */
async function bundled(root: string): Promise<Map<string, Uint8Array | string>> {
  const { output } = await build({
    root, configFile: false, logLevel: 'error',
    build: {
      write: false, target: 'esnext', minify: false,
      rolldownOptions: { input: readdirSync(root).filter((name) => name.endsWith('.html')) },
    },
  }) as Rolldown.RolldownOutput; // what vite answers for one build that is not watched
  return new Map(output.map((part) => [`/${part.fileName}`, part.type === 'chunk' ? part.code : part.source]));
}

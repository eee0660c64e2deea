/** A server for resumable uploads (tus), which get a photo in pieces. */
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Arrival } from './site';

/** Takes uploads under a path, keeps their pieces in a folder, and tells of each that is whole. */
export function resumable(path: string, folder: string, arrived: (file: Arrival) => void): RequestListener {
  const server = new Server({
    path,
    datastore: new FileStore({ directory: folder }),
    relativeLocation: true,
    onUploadFinish: async (_, { metadata, storage }) => {
      const bytes = await readFile(storage?.path ?? '');
      arrived({ name: metadata?.['filename'] ?? '', type: metadata?.['filetype'] ?? '', lastModified: 0, path: '', bytes });
      return {};
    },
  });
  return (request, response) => { void server.handle(request, response); };
}

/** A server that plays a listed site: gives out the test's pages and keeps every byte that they send. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { extname } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { certificateFor } from './certificate';

/** Host of a listed site, so that the extension's own manifest applies. */
export const HOST = 'www.facebook.com';
/** Another listed site, in frames of the first. */
export const OTHER_HOST = 'www.instagram.com';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** What one front end or another wants to hear of an upload. */
const THANKS = JSON.stringify({ url: '/photo', location: '/photo', success: true });

export interface Arrival {
  name: string;
  type: string;
  lastModified: number;
  /** Where the page found it in a folder; empty elsewhere. */
  path: string;
  bytes: Buffer;
}

export class Site {
  /** Every file that the page sent, in the order in which it sent them. */
  readonly arrivals: Arrival[] = [];
  /** Pages that are made for a test, by path; all others are those in pages/. */
  made: ReadonlyMap<string, Uint8Array | string> = new Map();
  /** Who answers below a path, by the path; everywhere else the site does. */
  readonly others = new Map<string, RequestListener>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => { void this.#serve(request, response); });
  }

  static async start(): Promise<Site> {
    const site = new Site(createServer(certificateFor([HOST, OTHER_HOST])));
    await new Promise<void>((listening) => site.#server.listen(0, '127.0.0.1', listening));
    return site;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  url(page: string): string {
    return `https://${HOST}:${this.port}/${page}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://site');
    const other = this.others.get(`/${pathname.split('/')[1] ?? ''}`);
    if (other) {
      other(request, response);
      return;
    }
    if (request.method === 'POST') {
      const bytes = Buffer.concat(await request.toArray());
      const form = request.headers['content-type'] ?? '';
      const sent = form.startsWith('multipart/') ? await filesIn(form, bytes) : [fileOf(searchParams, bytes)];
      this.arrivals.push(...sent);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(THANKS);
      return;
    }
    const page = this.made.get(pathname) ?? await readFile(new URL(`../pages${pathname}`, import.meta.url)).catch(() => null);
    const type = TYPES[extname(pathname)] ?? 'text/html; charset=utf-8';
    response.writeHead(page === null ? 404 : 200, { 'Content-Type': type }).end(page);
  }
}

/** A file that is the whole body of a request, told of in the query. */
function fileOf(query: URLSearchParams, bytes: Buffer): Arrival {
  const said = (name: string): string => query.get(name) ?? '';
  return { name: said('name'), type: said('type'), lastModified: Number(said('lastModified')), path: said('path'), bytes };
}

/** The files in a form, as browsers send it. */
async function filesIn(contentType: string, bytes: Buffer): Promise<Arrival[]> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': contentType } }).formData();
  const files = [...form.values()].filter((value) => value instanceof File);
  return Promise.all(files.map(async (file) => (
    { name: file.name, type: file.type, lastModified: 0, path: '', bytes: Buffer.from(await file.arrayBuffer()) }
  )));
}

/** A server that plays a listed site: gives out the test's pages and keeps every byte that they send. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { certificateFor } from './certificate';

/** Host of a listed site, so that the extension's own manifest applies. */
export const HOST = 'www.facebook.com';
/** Another listed site, in frames of the first. */
export const OTHER_HOST = 'www.instagram.com';

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
    if (request.method === 'POST') {
      const bytes = Buffer.concat(await request.toArray());
      const said = (name: string): string => searchParams.get(name) ?? '';
      const lastModified = Number(said('lastModified'));
      this.arrivals.push({ name: said('name'), type: said('type'), lastModified, path: said('path'), bytes });
      response.writeHead(204).end();
      return;
    }
    const page = await readFile(new URL(`../pages${pathname}`, import.meta.url)).catch(() => null);
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(page ? 200 : 404, { 'Content-Type': type }).end(page);
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EchoServer {
  /** The origin of a host below localhost, each of which is a site. */
  at(host: string): string;
  close(): Promise<void>;
}

/** What a request asks of its answer, in its query. */
export interface Echo {
  readonly sets?: readonly string[];
  readonly to?: string;
  readonly cache?: string;
  /** A script of `scripts`, or a page with this body. */
  readonly script?: 'worker' | 'service-worker';
  readonly page?: string;
  /** Never answered. */
  readonly hangs?: boolean;
}

/** The path and query that bring about an answer. */
export function echo(name: string, { sets = [], to, cache, script, page, hangs }: Echo = {}): string {
  const query = new URLSearchParams(sets.map((line) => ['set', line]));
  for (const [key, value] of Object.entries({ to, cache, script, page })) if (value !== undefined) query.append(key, value);
  if (hangs) query.append('hangs', '1');
  return `/${name}?${query}`;
}

const SCRIPTS: Readonly<Record<string, string>> = {
  worker: 'onmessage = async ({data}) => { await fetch(data); postMessage(1); }',
  'service-worker': `
    oninstall = () => skipWaiting();
    onactivate = (event) => event.waitUntil(clients.claim());
    onfetch = (event) => {
      const asked = new URL(event.request.url).searchParams.get('through');
      if (asked) event.respondWith(fetch(asked));
    };`,
};

/** A server whose every answer is asked for by the request's own query; CORS is granted to everybody. */
export async function echoServer(): Promise<EchoServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (host) => `http://${host}.localhost:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const query = new URL(request.url ?? '/', 'http://any').searchParams;
  if (query.has('hangs')) return;
  const { origin } = request.headers;
  if (origin !== undefined) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Headers', 'x-asks-leave');
  }
  if (query.has('set')) response.setHeader('Set-Cookie', query.getAll('set'));
  const to = query.get('to');
  if (to !== null) {
    response.writeHead(302, { Location: to }).end();
    return;
  }
  response.setHeader('Cache-Control', query.get('cache') ?? 'no-store');
  response.setHeader('ETag', '"same"');
  if (request.headers['if-none-match'] === '"same"') {
    response.writeHead(304).end();
    return;
  }
  const script = SCRIPTS[query.get('script') ?? ''];
  const page = query.get('page');
  response.setHeader('Content-Type', script ? 'text/javascript' : page === null ? 'text/plain' : 'text/html');
  response.end(script ?? (page === null ? 'ok' : `<!doctype html><link rel="icon" href="data:,">${page}`));
}

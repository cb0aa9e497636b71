import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { RunError } from '../command/command';
import { meaningOf, octetsOrProblem } from '../command/files';
import { withFile } from './with-file';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
// Nothing of a recording goes into a browser's cache.
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
const TOKEN_OCTETS = 16;

export interface PageServer {
  /** Where the page is. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface Served {
  /** Of the built page. */
  readonly folder: string;
  /** What the page has open, by name and as it is at each load. */
  readonly file: string;
  /** 0 = any that is free. */
  readonly port: number;
}

/** Serves the page with a file open, on this machine alone. @throws RunError where the port is taken */
export async function pageServer({ folder, file, port }: Served): Promise<PageServer> {
  const token = randomBytes(TOKEN_OCTETS).toString('hex');
  const server = createServer((request, response) => {
    // As it came: whoever sends `//`, which is no address, must not end the server.
    const [path = ''] = (request.url ?? '').split('?');
    const isOurs = request.method === 'GET' && path.startsWith(`/${token}/`);
    const answer = isOurs ? answerTo(decoded(path.slice(token.length + 2)), { folder, file }) : null;
    if (answer === null) response.writeHead(404).end();
    else response.writeHead(200, { ...HEADERS, 'content-type': answer.type }).end(answer.body);
  });
  await listening(server, port);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${token}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** null = there is no such file in the page. */
function answerTo(asked: string, { folder, file }: Omit<Served, 'port'>): Answer | null {
  const path = normalize(join(folder, asked === '' ? 'index.html' : asked));
  const octets = path.startsWith(normalize(folder + sep)) ? octetsOrProblem(path) : null;
  if (octets === null || typeof octets === 'string') return null;
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { type, body: asked === '' ? withFile(new TextDecoder().decode(octets), file, octetsOrProblem(file)) : octets };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Such a file there is none of.
    return path;
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new RunError(
          error.code === 'EADDRINUSE'
            ? `port ${port} is taken: give another --port.`
            : `port ${port} cannot be listened on: ${meaningOf(error)}.`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', done);
  });
}

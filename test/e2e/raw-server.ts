import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What is answered, octet for octet: every text holds one octet a character. */
export interface RawAnswer {
  readonly status?: number;
  /** Values of Set-Cookie lines, in order. */
  readonly setCookie?: readonly string[];
  /** Of another host too: `(at) => `${at('b')}/path``. */
  readonly location?: string | ((at: RawServer['at']) => string);
  /** Other header lines, whole. */
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly type?: string;
  /** The head is sent, the body never: until the connection ends, the request is under way. */
  readonly unfinished?: boolean;
  /** The answer waits for this. */
  readonly when?: Promise<void>;
}

/** By path: an answer, or what makes one of the request. */
export type RawAnswers = Readonly<Record<string, RawAnswer | ((request: IncomingMessage) => RawAnswer)>>;

export interface RawServer {
  readonly port: number;
  /** The origin of a host below localhost: `at('a')` is `http://a.localhost:12345`. */
  at(name: string): string;
  /** Requests that have come in, in order. */
  readonly seen: readonly IncomingMessage[];
  /** The Cookie header of the last request for a path with its query; empty for none. Not of the icon that a browser may ask for behind it. */
  cookieSentTo(url: string): string;
  close(): Promise<void>;
}

/** A server that sends what no well-behaved one would. The answer is chosen by path; any other path is an empty page. */
export async function rawServer(answers: RawAnswers): Promise<RawServer> {
  const seen: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const at: RawServer['at'] = (name) => `http://${name}.localhost:${port}`;
  const server = createServer((request) => {
    seen.push(request);
    const path = new URL(request.url ?? '/', 'http://any').pathname;
    const own = answers[path] ?? {};
    const answer = typeof own === 'function' ? own(request) : own;
    if (answer.when) void answer.when.then(() => send(request.socket, answer, at));
    else send(request.socket, answer, at);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listening(server);
  return {
    port,
    at,
    seen,
    cookieSentTo: (url) => seen.findLast((request) => request.url === url)?.headers.cookie ?? '',
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Its icon is in it, so that no browser asks for one. */
const EMPTY_PAGE = '<!doctype html><link rel="icon" href="data:,">';

/** Written past Node's own response, which would refuse or change odd octets. */
function send(socket: Socket, answer: RawAnswer, at: RawServer['at']): void {
  const {
    status = 200,
    setCookie = [],
    headers = [],
    location,
    body = EMPTY_PAGE,
    type = 'text/html',
    unfinished = false,
  } = answer;
  const lines = [
    `HTTP/1.1 ${status} Answer`,
    `Content-Type: ${type}; charset=utf-8`,
    `Content-Length: ${body.length + (unfinished ? 1 : 0)}`,
    'Cache-Control: no-store',
    'Connection: close',
    ...(location === undefined ? [] : [`Location: ${typeof location === 'string' ? location : location(at)}`]),
    ...setCookie.map((line) => `Set-Cookie: ${line}`),
    ...headers,
  ];
  const octets = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1');
  if (unfinished) socket.write(octets);
  else socket.end(octets);
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

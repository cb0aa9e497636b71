import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A numbered request as the server saw it. */
export interface Seen {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How many cookies came with it. */
  readonly cookies: number;
}

export interface SoakServer {
  /** A page that asks for `/n/LOAD/0`, `/n/LOAD/1`, …, until it is told to stop. */
  page(load: string): string;
  /** One that does so for `/other/LOAD/…`, on another host. */
  otherPage(load: string): string;
  /** The numbered requests of a load, in the order they came in. */
  seen(load: string): readonly Seen[];
  close(): Promise<void>;
}

/** @param rate requests a second of a page */
export async function soakServer(rate: number): Promise<SoakServer> {
  const loads = new Map<string, Seen[]>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const [, kind = '', load = ''] = (request.url ?? '').split('/');
    if (kind === 'n') (loads.get(load) ?? noted(loads, load)).push(seenNow(request));
    answer(request, response, rate);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
  return {
    page: (load) => `http://soak.localhost:${port}/page/n/${load}`,
    otherPage: (load) => `http://other.localhost:${port}/page/other/${load}`,
    seen: (load) => loads.get(load) ?? [],
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function noted(loads: Map<string, Seen[]>, load: string): Seen[] {
  const seen: Seen[] = [];
  loads.set(load, seen);
  return seen;
}

function seenNow({ url = '', headers }: IncomingMessage): Seen {
  return { path: url, at: Date.now(), cookies: headers.cookie?.split('; ').length ?? 0 };
}

function answer(request: IncomingMessage, response: ServerResponse, rate: number): void {
  const [, kind, ...rest] = (request.url ?? '').split('/');
  response.setHeader('Cache-Control', 'no-store');
  if (kind === 'page') {
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('Set-Cookie', ['session=s; Path=/; HttpOnly; SameSite=Lax', 'roll=0; Path=/']);
    response.end(pageText(rest.join('/'), rate));
    return;
  }
  const number = Number(rest.at(-1));
  if (number % 10 === 0) response.setHeader('Set-Cookie', `roll=${number}; Path=/; SameSite=Lax`);
  if (number % 50 === 0) response.setHeader('Set-Cookie', '__Host-refused=1; Path=/');
  response.end('ok');
}

/** Timers of a tab that is not in front run once a second: so it makes up for what was due meanwhile. */
const pageText = (
  path: string,
  rate: number,
): string => `<!doctype html><link rel="icon" href="data:,"><title>soak</title><script>
  const open = new Set();
  let next = 0, due = 0, held = false, last = performance.now();
  const send = () => {
    const url = '/${path}/' + next++;
    open.add(url);
    fetch(url).then((answer) => answer.text()).catch(() => {}).then(() => open.delete(url));
  };
  const timer = setInterval(() => {
    const now = performance.now();
    due += (now - last) * ${rate} / 1000;
    last = now;
    // On a machine that cannot keep up, fewer.
    due = Math.min(due, ${rate} * 2);
    while (due >= 1 && open.size < 100 && !held) { due -= 1; send(); }
  }, 20);
  window.hold = (on) => { held = on; return open.size; };
  window.stopped = () => { clearInterval(timer); return [...open].join(' '); };
</script>`;

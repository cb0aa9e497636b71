import type { Server, Socket } from 'node:net';
import { type Head, heads } from '../http-head';
import { type Ports, serving } from '../listening';
import { answerOf } from './answers';
import type { Acted } from './page-script';
import type { Prepared } from './prepared';
import { type Action, allHops, type Hop, type Page } from './walk';
import { now } from './wall-clock';

/** A request as the server saw it. */
export interface Arrival {
  /** Of the hop; of what nobody planned, its path. */
  readonly id: string;
  readonly host: string;
  readonly method: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** When it was answered; 0 = not yet. */
  answered: number;
  /** The Cookie header's octets; null = none. */
  readonly cookie: string | null;
  /** The lines of its answer. */
  readonly lines: readonly string[];
}

/** The servers of a walk, http and https, for any host. */
export class TrafficServer {
  readonly #servers: readonly Server[];
  readonly #ports: Ports;
  readonly #sockets = new Set<Socket>();
  readonly #prepared = new Map<string, Prepared>();
  readonly #done = new Map<string, Acted>();
  #arrivals: Arrival[] = [];
  #unplanned = 0;

  private constructor(servers: readonly Server[], ports: Ports) {
    this.#servers = servers;
    this.#ports = ports;
  }

  static async open(): Promise<TrafficServer> {
    let take: (socket: Socket) => void = () => undefined;
    const { servers, ports } = await serving((socket) => take(socket));
    const server = new TrafficServer(servers, ports);
    take = (socket) => server.#serve(socket);
    return server;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(this.#servers.map((server) => new Promise((closed) => server.close(closed))));
  }

  /** What has come in since this was last called. */
  takeArrivals(): readonly Arrival[] {
    const arrivals = this.#arrivals;
    this.#arrivals = [];
    return arrivals;
  }

  /** Whether everything that came in is answered. */
  get isQuiet(): boolean {
    return this.#arrivals.every(({ answered }) => answered > 0);
  }

  hasSeen(hop: string): boolean {
    return this.#arrivals.some(({ id }) => id === hop);
  }

  /** What the page of another tab reported when it was done; null = it is not. */
  doneOf(page: string): Acted | null {
    return this.#done.get(page) ?? null;
  }

  url({ id, origin, folder }: Hop): string {
    const { protocol, hostname } = new URL(origin);
    return `${protocol}//${hostname}:${protocol === 'https:' ? this.#ports.https : this.#ports.http}${folder}${id}`;
  }

  prepare(action: Action): void {
    if (action.do === 'edit') return;
    const visits = [{ visit: action.visit, otherTab: action.do === 'other-tab' }];
    if (action.do === 'visit' && action.beside) visits.push({ visit: action.beside, otherTab: true });
    for (const { visit, otherTab } of visits) {
      this.#chain(visit.chain, { role: 'document', page: visit.page, otherTab });
      this.#deeds(visit.page, otherTab);
    }
  }

  forget(action: Action): void {
    for (const { id } of allHops(action)) this.#prepared.delete(id);
  }

  #deeds({ deeds }: Page, otherTab: boolean): void {
    for (const deed of deeds) {
      if (!('chain' in deed)) continue;
      if (deed.do === 'service-worker') {
        this.#chain(deed.chain, { role: deed.do, page: null, otherTab });
        this.#chain([deed.follow], { role: 'fetch', page: null, otherTab });
        this.#chain(deed.frame.chain, { role: 'frame', page: deed.frame.page, otherTab });
        this.#deeds(deed.frame.page, otherTab);
        continue;
      }
      const page = deed.do === 'frame' ? deed.page : null;
      const follow = 'follow' in deed ? deed.follow : null;
      this.#chain(deed.chain, { role: deed.do, page, otherTab }, deed.do === 'script' ? follow : null);
      if (follow) this.#chain([follow], { role: deed.do === 'script' ? 'map' : 'fetch', page: null, otherTab });
      if (page) this.#deeds(page, otherTab);
    }
  }

  #chain(chain: readonly Hop[], what: Pick<Prepared, 'role' | 'page' | 'otherTab'>, map: Hop | null = null): void {
    for (const [n, hop] of chain.entries()) this.#prepared.set(hop.id, { hop, next: chain[n + 1] ?? null, ...what, map });
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
    heads(socket, (head) => this.#answer(socket, head));
  }

  #answer(socket: Socket, head: Head): void {
    const id = head.target.split('?')[0]?.split('/').at(-1) ?? '';
    if (head.target.startsWith('/done/')) {
      this.#done.set(id, JSON.parse(head.body));
      socket.write('HTTP/1.1 204 X\r\n\r\n');
      return;
    }
    const prepared = this.#prepared.get(id) ?? null;
    const answer = answerOf(head, prepared, { url: (hop) => this.url(hop), serial: () => ++this.#unplanned });
    const arrival: Arrival = {
      id: prepared ? id : head.target,
      host: head.headers.get('host') ?? '',
      method: head.method,
      at: now(),
      answered: 0,
      cookie: head.headers.get('cookie') ?? null,
      lines: answer.lines,
    };
    this.#arrivals.push(arrival);
    const send = () => {
      arrival.answered = now();
      if (!socket.destroyed) socket.write(Buffer.from(answer.octets, 'latin1'));
    };
    if (prepared === null || prepared.hop.delay === 0) send();
    else setTimeout(send, prepared.hop.delay);
  }
}

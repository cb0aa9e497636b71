import type { Server, Socket } from 'node:net';
import { heads } from './http-head';
import { type Ports, serving } from './listening';
import type { ScenarioScene } from './scenes';

/** What reached the server for a scene. Header texts are one character an octet. */
export interface Performance {
  /** The Cookie header at the target; null = none was sent. */
  readonly cookie: string | null;
  readonly hops: readonly (string | null)[];
  /** `document.cookie`, where a script read it. */
  readonly read: string | null;
}

interface Prop {
  readonly scene: ScenarioScene;
  readonly lines: readonly string[];
  readonly hops: (string | null)[];
  cookie: string | null;
  readonly finish: (read: string | null) => void;
}

/** A scene made ready: where the browser is to go, and the promise of what then happens. */
export interface Ready {
  readonly entry: string;
  readonly token: string;
  readonly over: Promise<Performance>;
}

/** The server on which scenes are played: http and https on loopback, any host. */
export class Stage {
  readonly #servers: readonly Server[];
  readonly #ports: Ports;
  readonly #pages = new Map<string, string>();
  readonly #props = new Map<string, Prop>();
  readonly #sockets = new Set<Socket>();
  #tokens = 0;

  private constructor(servers: readonly Server[], ports: Ports) {
    this.#servers = servers;
    this.#ports = ports;
  }

  static async open(): Promise<Stage> {
    let take: (socket: Socket) => void = () => undefined;
    const { servers, ports } = await serving((socket) => take(socket));
    const stage = new Stage(servers, ports);
    take = (socket) => stage.#serve(socket);
    return stage;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(this.#servers.map((server) => new Promise((closed) => server.close(closed))));
  }

  /**
   * Sets a scene.
   * @param lines the Set-Cookie values of the target's response, one character an octet; for a script, what it writes
   */
  prepare(scene: ScenarioScene, lines: readonly string[]): Ready {
    const token = String(++this.#tokens);
    let finish: Prop['finish'] = () => undefined;
    const over = new Promise<Performance>((resolve) => {
      finish = (read) => {
        const prop = this.#props.get(token);
        this.#props.delete(token);
        if (prop) resolve({ cookie: prop.cookie, hops: prop.hops, read });
      };
    });
    this.#props.set(token, { scene, lines, hops: [], cookie: null, finish });
    return { entry: this.#entry(scene, token), token, over };
  }

  /** Nobody waits for this scene any more. */
  drop(ready: Ready): void {
    this.#props.delete(ready.token);
  }

  #at(url: string): string {
    const { protocol, hostname, pathname } = new URL(url);
    return `${protocol}//${hostname}:${protocol === 'https:' ? this.#ports.https : this.#ports.http}${pathname}`;
  }

  #entry(scene: ScenarioScene, token: string): string {
    const first = `${this.#at(scene.redirects[0] ?? scene.target)}?t=${token}`;
    if (scene.act === 'nav') return first;
    const innermost =
      scene.act === 'script'
        ? scene.documents.length === 0
          ? first
          : null
        : this.#page(scene.documents.at(-1) ?? scene.target, action(scene, first, this.#frameOf(scene, first)));
    let url = innermost ?? this.#page(scene.documents.at(-1) ?? scene.target, frame(first));
    for (const above of scene.documents.slice(0, -1).reverse()) url = this.#page(above, frame(url));
    return url;
  }

  #frameOf(scene: ScenarioScene, first: string): string | null {
    return scene.frame === null ? null : this.#page(scene.frame, `<script>location.href = ${JSON.stringify(first)}</script>`);
  }

  #page(origin: string, body: string): string {
    const path = `/p/${++this.#tokens}`;
    this.#pages.set(path, `<!doctype html><meta charset="utf-8">${body}`);
    return this.#at(new URL(path, origin).href);
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
    heads(socket, (head) => {
      const [path = '', query = ''] = head.target.split('?');
      const page = this.#pages.get(path);
      if (page !== undefined) return answer(socket, 200, page);
      const prop = this.#props.get(new URLSearchParams(query).get('t') ?? '');
      if (!prop) return answer(socket, 404, '');
      if (path === '/done') {
        answer(socket, 200, '');
        return prop.finish(head.body === '' ? null : decodeURIComponent(head.body.slice(1)));
      }
      const hop = new URLSearchParams(query).has('n') ? Number(new URLSearchParams(query).get('n')) : 0;
      const token = new URLSearchParams(query).get('t') ?? '';
      if (hop < prop.scene.redirects.length) {
        prop.hops.push(head.headers.get('cookie') ?? null);
        const next = `${this.#at(prop.scene.redirects[hop + 1] ?? prop.scene.target)}?t=${token}&n=${hop + 1}`;
        return answer(socket, prop.scene.status, '', [`Location: ${next}`]);
      }
      prop.cookie = head.headers.get('cookie') ?? null;
      const script = prop.scene.act === 'script';
      const headers = script ? [] : prop.lines.map((line) => `Set-Cookie: ${line}`);
      answer(socket, 200, script ? writer(prop.lines, token) : finisher(token), headers);
    });
  }
}

const frame = (url: string): string => `<iframe src="${url}"></iframe>`;

function action(scene: ScenarioScene, url: string, inner: string | null): string {
  const token = new URL(url).searchParams.get('t') ?? '';
  const done = `() => fetch('/done?t=${token}', { method: 'POST', credentials: 'omit' })`;
  switch (scene.act) {
    case 'link':
      return `<a href="${url}">x</a><script>document.querySelector('a').click()</script>`;
    case 'form-get': {
      return `<form action="${url.split('?')[0]}"><input name="t" value="${token}"></form><script>document.forms[0].submit()</script>`;
    }
    case 'form-post':
      return `<form method="post" action="${url}"><input name="q" value="1"></form><script>document.forms[0].submit()</script>`;
    case 'img':
      return `<script>const i = new Image(); i.onload = i.onerror = ${done}; i.src = ${JSON.stringify(url)}</script>`;
    case 'fetch':
    case 'fetch-post': {
      const method = scene.act === 'fetch' ? 'GET' : 'POST';
      return `<script>fetch(${JSON.stringify(url)}, { method: '${method}', mode: 'no-cors', credentials: 'include' }).then(${done}, ${done})</script>`;
    }
    case 'iframe':
      return frame(url);
    case 'frame-link':
      return frame(inner ?? url);
    case 'nav':
    case 'script':
      return '';
    default:
      return scene.act satisfies never;
  }
}

/** What the target's page does once it is there: it says so. */
const finisher = (token: string): string =>
  `<!doctype html><script>fetch('/done?t=${token}', { method: 'POST', credentials: 'omit' })</script>`;

/** A page whose script writes lines (texts of UTF-8 octets) and tells what it then can read. */
function writer(lines: readonly string[], token: string): string {
  const texts = lines.map((line) => Buffer.from(line, 'latin1').toString('utf8'));
  const safe = JSON.stringify(texts).replaceAll('<', '\\u003c');
  const literal = safe.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `<!doctype html><script>
    for (const line of ${literal}) document.cookie = line;
    fetch('/done?t=${token}', { method: 'POST', credentials: 'omit', body: '=' + encodeURIComponent(document.cookie) })
  </script>`;
}

function answer(socket: Socket, status: number, body: string, headers: readonly string[] = []): void {
  const lines = [
    `HTTP/1.1 ${status} X`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body, 'latin1')}`,
    'Cache-Control: no-store',
    ...headers,
  ];
  socket.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1'));
}

import { createHash } from 'node:crypto';
import type { Head } from '../http-head';
import { carryOut, type PageDeed, type PageOrders } from './page-script';
import type { Prepared } from './prepared';
import type { Deed, Hop } from './walk';

interface Answering {
  readonly url: (hop: Hop) => string;
  /** A number that was not given before. */
  readonly serial: () => number;
}

/** An answer as octets, and the Set-Cookie lines in it. */
export interface Answer {
  readonly octets: string;
  readonly lines: readonly string[];
}

/** DevTools of Chromium asks pages of this machine for this at every navigation, with cookies. */
const SETTINGS_PATH = '/.well-known/appspecific/com.chrome.devtools.json';

/** What the server answers a request. */
export function answerOf(head: Head, prepared: Prepared | null, with_: Answering): Answer {
  if (prepared === null) {
    // A server that rolls its session does so on every answer.
    const lines = head.target === SETTINGS_PATH ? [`devt=d${with_.serial()}; Path=/; HttpOnly`] : [];
    return made({ status: 404, body: '', lines, head });
  }
  const { hop, next } = prepared;
  const clears = hop.clears ? ['Clear-Site-Data: "cookies"'] : [];
  if (head.method === 'OPTIONS') return made({ status: 204, body: '', lines: [], head });
  const lines = hop.lines.map(({ text }) => text);
  if (prepared.role === 'websocket') return upgraded(head, lines);
  if (next) return made({ status: 302, body: '', lines, head, more: [`Location: ${with_.url(next)}`] });
  return made({
    status: 200,
    body: bodyOf(prepared, with_),
    lines,
    head,
    more: prepared.role === 'service-worker' ? [...clears, 'Service-Worker-Allowed: /'] : clears,
    type: TYPES[prepared.role] ?? 'text/html',
  });
}

const TYPES: Readonly<Record<string, string>> = {
  script: 'text/javascript',
  worker: 'text/javascript',
  'shared-worker': 'text/javascript',
  'service-worker': 'text/javascript',
  style: 'text/css',
  map: 'application/json',
  image: 'image/svg+xml',
};

function bodyOf({ role, page, otherTab, map }: Prepared, { url }: Answering): string {
  switch (role) {
    case 'document':
    case 'frame': {
      if (page === null) return '';
      const orders: PageOrders = {
        id: page.id,
        parallel: page.parallel,
        otherTab,
        deeds: page.deeds.map((deed) => orderOf(deed, url)),
      };
      const text = JSON.stringify(orders).replaceAll('<', '\\u003c');
      return `<!doctype html><link rel="icon" href="data:,"><script>const __name = (it) => it; (${carryOut})(${text})</script>`;
    }
    case 'script':
      return map ? `void 0;\n//# sourceMappingURL=${url(map)}\n` : 'void 0;';
    case 'worker':
      return `onmessage = ({ data }) => ${FETCHED}.then(() => postMessage(1));`;
    case 'shared-worker':
      return `onconnect = ({ ports: [port] }) => { port.onmessage = ({ data }) => ${FETCHED}.then(() => port.postMessage(1)); };`;
    case 'service-worker':
      return [
        'oninstall = (event) => event.waitUntil(skipWaiting());',
        'onfetch = (event) => event.respondWith(fetch(event.request));',
        `onmessage = ({ data, ports: [port] }) => ${FETCHED}.then(() => port.postMessage(1));`,
      ].join('\n');
    case 'map':
      return '{"version":3,"sources":[],"mappings":""}';
    case 'image':
      return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
    default:
      return 'ok';
  }
}

/** In a worker: `data` is what it was told to fetch, and how. */
const FETCHED = 'fetch(data.url, { credentials: data.credentials }).then((it) => it.text()).catch(() => null)';

function orderOf(deed: Deed, url: (hop: Hop) => string): PageDeed {
  if (!('chain' in deed)) return deed;
  const base = { do: deed.do, url: url(deed.chain[0]) };
  if (deed.do === 'frame') return { ...base, sandboxed: deed.sandboxed };
  if (deed.do === 'service-worker')
    return { ...base, follow: url(deed.follow), credentials: deed.credentials, frame: url(deed.frame.chain[0]) };
  if ('method' in deed) return { ...base, method: deed.method, mode: deed.mode, credentials: deed.credentials };
  if ('credentials' in deed) return { ...base, follow: url(deed.follow), credentials: deed.credentials };
  return base;
}

/** A handshake is taken, and the connection closed again. @see RFC 6455 §4.2.2 */
function upgraded({ headers }: Head, lines: readonly string[]): Answer {
  const key = `${headers.get('sec-websocket-key') ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const fields = [
    'HTTP/1.1 101 X',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}`,
    ...lines.map((line) => `Set-Cookie: ${line}`),
  ];
  return { octets: `${fields.join('\r\n')}\r\n\r\n${CLOSE_FRAME}`, lines };
}

const CLOSE_FRAME = '\x88\x00';

interface Making {
  readonly status: number;
  readonly body: string;
  readonly lines: readonly string[];
  readonly head: Head;
  readonly more?: readonly string[];
  readonly type?: string;
}

function made({ status, body, lines, head, more = [], type = 'text/html' }: Making): Answer {
  const origin = head.headers.get('origin');
  const fields = [
    `HTTP/1.1 ${status} X`,
    `Content-Type: ${type}; charset=utf-8`,
    `Content-Length: ${Buffer.byteLength(body, 'latin1')}`,
    'Cache-Control: no-store',
    ...(origin === undefined ? [] : [`Access-Control-Allow-Origin: ${origin}`, 'Access-Control-Allow-Credentials: true']),
    'Access-Control-Allow-Methods: GET, POST, PUT',
    'Access-Control-Allow-Headers: content-type',
    ...more,
    ...lines.map((line) => `Set-Cookie: ${line}`),
  ];
  return { octets: `${fields.join('\r\n')}\r\n\r\n${body}`, lines };
}

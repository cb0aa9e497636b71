import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ServedPage, served } from './served-page';

/** The document, 4 style sheets, 15 scripts, of which each fetches once, and 45 pictures. */
const COUNT = { css: 4, js: 15, img: 45 } as const;
export const REQUESTS = 1 + COUNT.css + COUNT.js * 2 + COUNT.img;

const HOST = 'www.shop.localhost';
/** Names of five cookies that every request to one of the three hosts bears. */
const COOKIES = ['session', 'csrf', 'visitor', 'consent', 'basket'];
const VALUE = 'eyJhbGciOiJIUzI1NiJ9.c29tZSB2YWx1ZSBvZiBhIHVzdWFsIGxlbmd0aA';

const PICTURE = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

/**
 * Serves a page like those of a shop: 80 requests on three hosts of one site, each answered after 30 to 80 ms, with five
 * cookies on each, of which one answer in eight sets one again. The same at each load.
 */
export const realisticPage = (): Promise<ServedPage> =>
  served((request, response) => {
    const [, kind = '', number = '0'] = (request.url ?? '/').split('/');
    setTimeout(() => answer(request, response, { kind, n: Number(number) }), 30 + ((Number(number) * 37) % 51));
  }, HOST);

interface Asked {
  readonly kind: string;
  readonly n: number;
}

function answer(request: IncomingMessage, response: ServerResponse, { kind, n }: Asked): void {
  const { port } = new URL(`http://${request.headers.host}`);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Access-Control-Allow-Origin', `http://${HOST}:${port}`);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  if (kind === '') response.setHeader('Set-Cookie', COOKIES.map(setCookie));
  else if (n % 8 === 0) response.setHeader('Set-Cookie', setCookie(COOKIES[n % COOKIES.length] ?? ''));
  const [type, body] = content(kind, n, port);
  response.setHeader('Content-Type', type).end(body);
}

function content(kind: string, n: number, port: string): readonly [type: string, body: string | Buffer] {
  switch (kind) {
    case '':
      return ['text/html', html(port)];
    case 'css':
      return ['text/css', `.c${n} { color: green }`];
    case 'js':
      return ['text/javascript', `fetch('http://api.shop.localhost:${port}/api/${n}', { credentials: 'include' });`];
    case 'api':
      return ['application/json', JSON.stringify({ item: n })];
    default:
      return ['image/gif', PICTURE];
  }
}

const setCookie = (name: string): string => `${name}=${VALUE}; Domain=shop.localhost; Path=/; HttpOnly; SameSite=Lax`;

function html(port: string): string {
  const at = (n: number, path: string) => (n % 2 === 0 ? path : `http://static.shop.localhost:${port}${path}`);
  const each = (count: number, tag: (n: number) => string) => Array.from({ length: count }, (_, n) => tag(n)).join('');
  return `<!doctype html><title>${REQUESTS} requests</title>
    ${each(COUNT.css, (n) => `<link rel="stylesheet" href="${at(n, `/css/${n}`)}">`)}
    ${each(COUNT.js, (n) => `<script async src="${at(n, `/js/${n}`)}"></script>`)}
    ${each(COUNT.img, (n) => `<img src="${at(n, `/img/${n}`)}">`)}`;
}

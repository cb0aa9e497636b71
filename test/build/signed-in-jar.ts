import { request as httpRequest } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { VISITOR } from '../../playground/start/walk';
import { Visitor } from '../../playground/visitor';
import { type Instant, instant } from '../../src/analysis/engine/base/units';
import { Jar } from '../../src/analysis/engine/jar/jar';
import { cookieHeader } from '../../src/analysis/engine/verdict/on-send';
import type { JarCookie } from '../../src/analysis/facts/jar-cookie';
import { shopWithAccount } from '../e2e/shop-with-account';
import { aCookie } from './cookie';
import { accessFor } from './engine-example';
import { storedCookie } from './stored-cookie';

/** Values that readers are known to stumble over. */
const VALUES = ['1', '', 'a=b', '"quoted"', 'a%20b', '{"a":[1]}', 'a|b&c', '#hash', 'é', "it's", 'x'.repeat(200)];
const FOREVER: Instant = instant(4_000_000_000_000);
const SIZE = 40;
const HOST = '127.0.0.1';

export interface SignedInJar {
  /** A page that only who is signed in is shown. */
  readonly url: string;
  /** Forty cookies, the shop's session among them, and some that belong elsewhere. */
  readonly cookies: readonly JarCookie[];
  /** The Cookie headers that came for that page, an octet a character. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

/** Words of the page that nobody else is shown. */
export const WELCOME = `Welcome back, ${VISITOR.user}`;

/** The Cookie header that the engine says a visit of the address sends. */
export function headerByEngine(cookies: readonly JarCookie[], url: string): string {
  const jar = new Jar();
  for (const [serial, { name, path, ...cookie }] of cookies.entries())
    jar.put(storedCookie(name, { ...cookie, path, at: serial, serial }));
  return cookieHeader(jar, accessFor(url, {}, 'chromium')).header;
}

/** Its pairs, for tools that put cookies of one path in an order of their own. */
export const pairsOf = (header: string): readonly string[] => (header === '' ? [] : header.split('; ').toSorted());

/** Signs in to the playground's shop, which is reached over TLS by its address, for not every tool resolves its name. */
export async function signedInJar(): Promise<SignedInJar> {
  const shop = await shopWithAccount();
  const received: string[] = [];
  const { private: key, cert } = await generate([{ name: 'commonName', value: HOST }], { keyType: 'ec' });
  const { host, port } = new URL(shop.origin);
  const front = createServer({ key, cert }, (request, response) => {
    if (request.url === '/account') received.push(request.headers.cookie ?? '');
    const onward = { host: HOST, port, path: request.url, headers: { ...request.headers, host } };
    httpRequest(onward, (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 0, answer.headers))).end();
  });
  await new Promise<void>((listening) => front.listen(0, HOST, listening));
  const visitor = new Visitor();
  await visitor.submit(`${shop.origin}/sign-in`, `${shop.origin}/sign-in`, VISITOR);
  const ofShop = (await visitor.jar.getCookies(`${shop.origin}/account`)).map(
    ({ key: name, value, path, secure, httpOnly }) =>
      // Python drops session cookies of a file, as is said of it: so that it signs in too, they last.
      aCookie(`${name}=${value}`)
        .on(HOST)
        .under(path ?? '/')
        .sameSite('lax')
        .until(FOREVER)
        .with({ secure, httpOnly }).cookie,
  );
  return {
    url: `https://${HOST}:${(front.address() as AddressInfo).port}/account`,
    cookies: [...ofShop, ...others(SIZE - ofShop.length)],
    received,
    async close() {
      front.closeAllConnections();
      await new Promise((closed) => front.close(closed));
      await shop.close();
    },
  };
}

/** Session and lasting, HttpOnly and not, Secure and not, under longer paths; each ninth is of another host or path. */
const others = (count: number): readonly JarCookie[] =>
  Array.from({ length: count }, (_, n) => {
    const cookie = aCookie(`c${n}=${VALUES[n % VALUES.length]}`)
      .on(HOST)
      .sameSite('lax');
    if (n % 9 === 8) return n % 2 === 0 ? cookie.on('other.test').cookie : cookie.under('/elsewhere').cookie;
    if (n % 2 === 0) cookie.until(FOREVER);
    if (n % 3 === 0) cookie.httpOnly();
    if (n % 4 === 0) cookie.secure();
    if (n % 5 === 0) cookie.under('/account');
    return cookie.cookie;
  });

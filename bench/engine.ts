import { pathToFileURL } from 'node:url';
import { parseSetCookie as parseWithCookie } from 'cookie';
import { parseSetCookie as parseWithCookieEs } from 'cookie-es';
import { parseSetCookie as parseWithSetCookieParser } from 'set-cookie-parser';
import { Cookie, CookieJar } from 'tough-cookie';
import { type Bytes, instant } from '../src/analysis/engine/base/units';
import { readLine } from '../src/analysis/engine/header/read-line';
import { parseSetCookie } from '../src/analysis/engine/header/set-cookie';
import { Jar } from '../src/analysis/engine/jar/jar';
import { type Access, accessOf } from '../src/analysis/engine/verdict/access/access';
import { cookieHeader } from '../src/analysis/engine/verdict/on-send';
import { applySet } from '../src/analysis/engine/verdict/on-set';
import { type Figure, table } from './figures';
import { type RealisticLine, realisticLines } from './realistic-lines';

const LINES = 200_000;
const ROUNDS = 3;
const AT = instant(Date.UTC(2026, 5, 1));

/** The engine beside the packages people use, in one run over the same lines. */
export async function run(): Promise<readonly Figure[]> {
  const lines = realisticLines(1, LINES, 100);
  return [parseFigure(lines), notesFigure(lines), storeFigure(lines), headerFigure(), changedFigure(), ...sizeFigures()];
}

function parseFigure(lines: readonly RealisticLine[]): Figure {
  const rates = sideBySide(lines.length, {
    ours: () => count(lines, ({ line }) => parseSetCookie(line as Bytes).name.length),
    cookie: () => count(lines, ({ line }) => parseWithCookie(line).name.length),
    'cookie-es': () => count(lines, ({ line }) => parseWithCookieEs(line)?.name.length ?? 0),
    'tough-cookie': () => count(lines, ({ line }) => Cookie.parse(line)?.key.length ?? 0),
    'set-cookie-parser': () => count(lines, ({ line }) => parseWithSetCookieParser(line)[0]?.name.length ?? 0),
  });
  return figure(`parse ${LINES} lines`, rates, 'at least 1.5 × cookie');
}

function notesFigure(lines: readonly RealisticLine[]): Figure {
  const rates = sideBySide(lines.length, { ours: () => count(lines, ({ line }) => readLine(line as Bytes).notes.length) });
  return figure('parse with every part placed and noted', rates);
}

function storeFigure(lines: readonly RealisticLine[]): Figure {
  const now = new Date(AT);
  const rates = sideBySide(lines.length, {
    ours: () => {
      const jar = new Jar();
      let access = accessTo(`https://${lines[0]?.host}/`);
      return count(lines, ({ host, line }) => {
        // Prepared anew for each response, as a recording would have it.
        if (host !== access.host) access = accessTo(`https://${host}/`);
        return Number(applySet(jar, access, line as Bytes).accepted);
      });
    },
    'tough-cookie': () => {
      const jar = new CookieJar();
      return count(lines, ({ host, line }) =>
        Number(jar.setCookieSync(line, `https://${host}/`, { now, ignoreError: true }) !== undefined),
      );
    },
  });
  return figure(`store ${LINES} lines`, rates, 'at least 3 × tough-cookie');
}

/** The Cookie header of a site with 40 cookies that all go. */
function headerFigure(): Figure {
  const { jar, tough, access } = fortyCookies();
  const times = 20_000;
  const rates = sideBySide(times, {
    ours: () => repeat(times, () => read(cookieHeader(jar, access).header)),
    'tough-cookie': () => repeat(times, () => read(tough.getCookieStringSync(access.url))),
  });
  return figure('Cookie header over 40 cookies', rates, 'at least 10 × tough-cookie');
}

/** The same where each request follows a response that changed one of the cookies: nothing holds from the one before. */
function changedFigure(): Figure {
  const { jar, tough, access } = fortyCookies();
  const now = new Date(AT);
  const times = 5000;
  const line = (n: number): string => `name-${n % 40}=changed-${n}; Path=${n % 4 === 0 ? '/account' : '/'}; Secure; HttpOnly`;
  const rates = sideBySide(times, {
    ours: () =>
      repeat(times, (n) => {
        applySet(jar, access, line(n) as Bytes);
        return read(cookieHeader(jar, access).header);
      }),
    'tough-cookie': () =>
      repeat(times, (n) => {
        tough.setCookieSync(line(n), access.url, { now });
        return read(tough.getCookieStringSync(access.url));
      }),
  });
  return figure('one of them set, then the header', rates);
}

function fortyCookies(): { readonly jar: Jar; readonly tough: CookieJar; readonly access: Access } {
  const jar = new Jar();
  const tough = new CookieJar();
  const access = accessTo('https://shop.example/account/orders?page=2');
  for (const line of fortyLines()) {
    applySet(jar, access, line as Bytes);
    tough.setCookieSync(line, access.url, { now: new Date(AT) });
  }
  return { jar, tough, access };
}

/** The same site's header and a store to it, among ever more cookies of other sites. */
function sizeFigures(): readonly Figure[] {
  const access = accessTo('https://shop.example/account/orders');
  const times = 20_000;
  return [1000, 10_000, 100_000].map((size) => {
    const jar = new Jar();
    const other = accessTo('https://other.example/');
    for (let n = 0; n < size; n++) {
      const host = `site${Math.floor(n / 40)}.example`;
      applySet(jar, { ...other, host }, `c${n % 40}=${n}` as Bytes);
    }
    for (const line of fortyLines()) applySet(jar, access, line as Bytes);
    const header = bestRate(times, () => repeat(times, () => read(cookieHeader(jar, access).header)));
    const store = bestRate(times, () =>
      repeat(times, (n) => Number(applySet(jar, access, `c${n % 40}=${n}; Path=/; Secure` as Bytes).accepted)),
    );
    return {
      what: `beside ${size} cookies of other sites`,
      ours: `header ${rateText(header)}, store ${rateText(store)}`,
      goal: 'no slower',
    };
  });
}

const fortyLines = (): readonly string[] =>
  Array.from(
    { length: 40 },
    (_, n) => `name-${n}=value-of-cookie-number-${n}; Path=${n % 4 === 0 ? '/account' : '/'}; Secure; HttpOnly`,
  );

const accessTo = (url: string): Access =>
  accessOf(
    {
      url,
      via: 'http',
      context: {
        type: 'main-frame-navigation',
        method: 'GET',
        initiator: null,
        siteForCookies: url,
        ancestors: [],
        redirectChain: [],
        reload: 'none',
        partitionKey: null,
      },
      at: AT,
      date: null,
    },
    { profile: 'chromium', thirdParty: 'allow' },
  );

/** Each in turn, round by round; the best round counts. @returns runs a second, by name */
function sideBySide(times: number, works: Readonly<Record<string, () => number>>): Readonly<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      const rate = rateOf(times, work);
      // The first round warms up.
      if (round > 0) best[name] = Math.max(best[name] ?? 0, rate);
    }
  }
  return best;
}

const bestRate = (times: number, work: () => number): number => sideBySide(times, { work }).work ?? Number.NaN;

/** What the work gives is kept, so that no compiler leaves it out. */
let sink = 0;

function rateOf(times: number, work: () => number): number {
  const start = process.cpuUsage();
  sink += work();
  const { user, system } = process.cpuUsage(start);
  return (times / (user + system)) * 1e6;
}

function count<T>(list: readonly T[], of: (item: T) => number): number {
  let sum = 0;
  for (const item of list) sum += of(item);
  return sum;
}

function repeat(times: number, of: (n: number) => number): number {
  let sum = 0;
  for (let n = 0; n < times; n++) sum += of(n);
  return sum;
}

/** Reading the last octet makes a header that is still a chain of parts one flat string, as sending it would. */
const read = (header: string): number => header.charCodeAt(header.length - 1);

function figure(what: string, { ours = Number.NaN, ...others }: Readonly<Record<string, number>>, goal?: string): Figure {
  const beside = Object.fromEntries(
    Object.entries(others).map(([name, rate]) => [name, `${rateText(rate)} (× ${(ours / rate).toFixed(1)})`]),
  );
  return { what, ours: rateText(ours), beside, ...(goal === undefined ? {} : { goal }) };
}

const rateText = (rate: number): string => (rate >= 1e6 ? `${(rate / 1e6).toFixed(2)} M/s` : `${(rate / 1e3).toFixed(0)} k/s`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(table(await run()));
  if (Number.isNaN(sink)) console.log('nothing was measured');
}

import { bytes } from '../src/analysis/engine/base/bytes';
import { type Instant, instant } from '../src/analysis/engine/base/units';
import type { Fact, JarCookie, RequestSent, ResponseReceived } from '../src/analysis/facts/fact';
import { Replay } from '../src/analysis/replay/replay';
import type { Figure } from './figures';

const START = Date.UTC(2026, 10, 23, 12);
/** Facts come to the panel in portions of about this size. */
const PORTION = 500;
const COOKIES = 100;
const ONE_SECOND = 1000;

/** Replaying recorded exchanges, each over a jar of 100 cookies of its site, by length of the recording and size of the jar. */
export async function run(): Promise<readonly Figure[]> {
  replayed(recorded({ exchanges: 2_000, others: 0 }));
  const small = quickest(recorded({ exchanges: 1_000, others: 0 }));
  const middle = quickest(recorded({ exchanges: 10_000, others: 0 }));
  const crowded = quickest(recorded({ exchanges: 10_000, others: 3_000 }));
  const large = replayed(recorded({ exchanges: 100_000, others: 0 }));
  const changing = quickest(recorded({ exchanges: 10_000, others: 0, setsEvery: 1 }));
  return [
    {
      what: '10,000 exchanges, 100 cookies each',
      ours: `${middle.total.toFixed(0)} ms`,
      beside: { 'processor time': `${middle.processor.toFixed(0)} ms` },
      goal: `below ${ONE_SECOND} ms`,
    },
    {
      what: 'for each exchange, of 10,000',
      ours: each(middle),
      beside: { 'of 1,000': each(small), 'of 100,000': each(large), 'and 3,000 cookies of other sites': each(crowded) },
      goal: 'all alike',
    },
    { what: 'for each exchange that sets a cookie', ours: each(changing) },
    { what: 'the jar as it stood halfway through 100,000', ours: `${jarHalfway(large.replay).toFixed(1)} ms` },
  ];
}

interface Replayed {
  readonly replay: Replay;
  readonly exchanges: number;
  /** Milliseconds. */
  readonly total: number;
  /** Milliseconds of the processor's time, garbage collection included: what a busy machine does not change much. */
  readonly processor: number;
}

function replayed(facts: readonly Fact[]): Replayed {
  const replay = new Replay();
  const cpu = process.cpuUsage();
  const begin = performance.now();
  for (let from = 0; from < facts.length; from += PORTION) replay.add(facts.slice(from, from + PORTION));
  const total = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  return {
    replay,
    total,
    processor: (user + system) / 1000,
    exchanges: replay.rows.filter((row) => row.kind === 'exchange').length,
  };
}

/** Of three runs the quickest: what else the machine does at the time only ever slows. */
function quickest(facts: readonly Fact[]): Replayed {
  return [1, 2].reduce((best) => {
    const next = replayed(facts);
    return next.total < best.total ? next : best;
  }, replayed(facts));
}

const each = ({ total, exchanges }: Replayed): string => `${((total / exchanges) * 1000).toFixed(0)} µs`;

function jarHalfway(replay: Replay): number {
  const row = replay.rows[replay.rows.length >> 1];
  const begin = performance.now();
  if (row) replay.jarAt(row);
  return performance.now() - begin;
}

interface Wanted {
  readonly exchanges: number;
  /** Cookies of other sites in the jar. */
  readonly others: number;
  /** Every how many exchanges sets a cookie. */
  readonly setsEvery?: number;
}

/** A visit to one site whose jar holds 100 cookies, 80 of which go with each request; each cookie set is told as Chromium does. */
export function recorded({ exchanges, others, setsEvery = 10 }: Wanted): readonly Fact[] {
  const own = Array.from({ length: COOKIES }, (_, n) => cookieOf(n, 'shop.example', n < 80 ? '/' : '/account'));
  const strange = Array.from({ length: others }, (_, n) => cookieOf(n, `site${n % 300}.example`, '/'));
  const facts: Fact[] = [];
  let now = START;
  const seq = (): number => facts.length + 1;
  const at = (): Instant => instant(now);
  facts.push(
    {
      kind: 'recorder-started',
      seq: seq(),
      at: at(),
      cause: 'devtools-opened',
      tabId: 1,
      storeId: '0',
      browser: 'chromium',
      browserVersion: '156',
    },
    { kind: 'jar-snapshot', seq: 2, at: at(), storeId: '0', site: null, partitions: 'all', cookies: [...own, ...strange] },
  );
  for (let n = 0; n < exchanges; n++) {
    now += 1000;
    const sent: RequestSent = {
      ...SENT,
      seq: seq(),
      at: at(),
      request: `${n}`,
      url: `https://shop.example/item/${n}`,
      cookie: header(own),
    };
    facts.push(sent);
    now += 20;
    const sets = n % setsEvery === 0;
    const place = n % 80;
    const old = own[place] as JarCookie;
    const value = bytes(`v${n}-abcdefghijklmnop`);
    const setCookie = sets
      ? [bytes(`${old.name}=${value}; Path=/; Secure; SameSite=Lax${old.httpOnly ? '; HttpOnly' : ''}`)]
      : [];
    const received: ResponseReceived = { ...RECEIVED, seq: seq(), at: at(), request: `${n}`, setCookie };
    facts.push(received);
    if (sets) {
      const cookie = { ...old, value };
      facts.push(
        { kind: 'cookie-changed', seq: seq(), at: at(), storeId: '0', cookie: old, removed: true, cause: 'overwrite' },
        { kind: 'cookie-changed', seq: seq() + 1, at: at(), storeId: '0', cookie, removed: false, cause: 'explicit' },
      );
      // A new value moves the cookie to the end of the header.
      own.splice(place, 1);
      own.splice(79, 0, cookie);
    }
    facts.push({
      kind: 'request-completed',
      seq: seq(),
      at: at(),
      request: `${n}`,
      hop: 0,
      tabId: 1,
      status: 200,
      fromCache: false,
    });
  }
  return facts;
}

function cookieOf(n: number, domain: string, path: string): JarCookie {
  return {
    name: bytes(`cookie${n}`),
    value: bytes(`value-${n}-abcdefghijklmnop`),
    domain,
    hostOnly: true,
    path: bytes(path),
    secure: true,
    httpOnly: n % 2 === 0,
    sameSite: 'lax',
    expires: null,
    partition: null,
  };
}

const header = (cookies: readonly JarCookie[]) =>
  bytes(
    cookies
      .slice(0, 80)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; '),
  );

const BASE = { hop: 0, tabId: 1 } as const;

const SENT: Omit<RequestSent, 'seq' | 'at' | 'request' | 'url' | 'cookie'> = {
  ...BASE,
  kind: 'request-sent',
  method: 'GET',
  type: 'fetch',
  frameId: 0,
  parentFrameId: -1,
  initiator: 'https://shop.example',
  documentUrl: null,
  documentId: null,
  ancestors: null,
  topLevelUrl: null,
  storeId: null,
  thirdParty: null,
  headers: [],
  secretHeaders: [],
  fields: null,
  purpose: 'normal',
  unseen: false,
  nothingSent: false,
};

const RECEIVED: Omit<ResponseReceived, 'seq' | 'at' | 'request' | 'setCookie'> = {
  ...BASE,
  kind: 'response-received',
  status: 200,
  date: null,
  headers: [],
};

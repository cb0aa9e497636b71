import fc from 'fast-check';
import { bytes, bytesOfLatin1 } from '../../src/analysis/engine/base/bytes';
import { instant } from '../../src/analysis/engine/base/units';
import type { Fact, JarCookie } from '../../src/analysis/facts/fact';
import { NOON } from './clock';

/** Facts as no browser would tell them: any order, numbers used twice, responses without requests, hostile lines. */
export const anyFacts = (): fc.Arbitrary<readonly Fact[]> => fc.array(anyFact(), { maxLength: 60 });

const HOSTS = ['a.example', 'www.a.example', 'b.example', 'localhost', '127.0.0.1', 'github.io', 'x.github.io'];
const NAMES = ['x', 'sid', '__Host-x', '', 'k=1', 'é'];
const LINES = [
  'x=1',
  'x=1; Secure',
  'x=2; HttpOnly',
  'x=; Max-Age=0',
  'sid=1; Domain=a.example',
  'sid=2; Domain=b.example',
  '__Host-x=1; Secure; Path=/; Domain=a.example',
  'x=1; SameSite=None; Secure; Partitioned',
  'x=1; Path=/deep; Max-Age=1',
  '=v',
  'v',
  ';;;',
];

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof(fc.constant(null), of);

const host = fc.constantFrom(...HOSTS);
const url: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('http', 'https', 'ws'), host, fc.constantFrom('/', '/deep/er'))
      .map(([s, h, p]) => `${s}://${h}${p}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'about:blank', 'data:,x', 'https://', 'blob:https://a.example/1', 'no url') },
);
const origin = fc.oneof(
  fc.constant(null),
  fc.constant('null'),
  host.map((h) => `https://${h}`),
);
const octets = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...LINES).map(bytes) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((all) => bytesOfLatin1(String.fromCharCode(...all))) },
);
const base = {
  seq: fc.nat(80),
  at: fc.oneof(
    { weight: 9, arbitrary: fc.nat(30_000).map((ms) => instant(NOON + ms)) },
    { weight: 1, arbitrary: fc.constant(instant(Number.NaN)) },
  ),
};
const request = { ...base, request: fc.constantFrom('r1', 'r2', 'r3'), hop: fc.nat(2), tabId: fc.constantFrom(-1, 1, 2) };
const storeId = fc.constantFrom('0', '1');

const cookie: fc.Arbitrary<JarCookie> = fc.record({
  name: fc.constantFrom(...NAMES).map(bytes),
  value: fc.constantFrom('1', '2', '', 'é').map(bytes),
  domain: host,
  hostOnly: fc.boolean(),
  path: fc.constantFrom('/', '/deep').map(bytes),
  secure: fc.boolean(),
  httpOnly: fc.boolean(),
  sameSite: fc.constantFrom('strict', 'lax', 'none', 'absent'),
  expires: maybe(fc.nat(20_000).map((ms) => instant(NOON + ms))),
  partition: maybe(
    fc.record({ topLevelSite: fc.constant('https://a.example'), crossSiteAncestor: fc.constantFrom(true, false, null) }),
  ),
});

const header = fc.record({
  name: fc.constantFrom('sec-fetch-mode', 'access-control-request-method', 'content-type'),
  value: fc.constantFrom('cors', 'navigate', 'POST', 'text/html; charset=utf-8').map(bytes),
});

const anyFact = (): fc.Arbitrary<Fact> =>
  fc.oneof(
    { weight: 5, arbitrary: sent() },
    {
      weight: 5,
      arbitrary: fc.record({
        ...request,
        kind: fc.constant('response-received' as const),
        status: fc.constantFrom(200, 302, 304, 500),
        setCookie: fc.array(octets, { maxLength: 3 }),
        date: maybe(octets),
        headers: fc.array(header, { maxLength: 2 }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        ...base,
        kind: fc.constant('cookie-changed' as const),
        storeId,
        cookie,
        removed: fc.boolean(),
        cause: fc.constantFrom('explicit', 'overwrite', 'expired', 'expired-overwrite', 'evicted'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        ...base,
        kind: fc.constant('jar-snapshot' as const),
        storeId,
        site: maybe(host),
        partitions: fc.oneof(
          fc.constant('all' as const),
          fc.array(
            host.map((each) => `https://${each}`),
            { maxLength: 2 },
          ),
        ),
        cookies: fc.array(cookie, { maxLength: 5 }),
      }),
    },
    { weight: 4, arbitrary: others() },
  );

const sent = () =>
  fc.record({
    ...request,
    kind: fc.constant('request-sent' as const),
    url,
    method: fc.constantFrom('GET', 'POST', 'OPTIONS'),
    type: fc.constantFrom('document', 'subdocument', 'fetch', 'image', 'websocket'),
    frameId: fc.nat(2),
    parentFrameId: fc.integer({ min: -1, max: 2 }),
    initiator: origin,
    documentUrl: maybe(url),
    documentId: maybe(fc.constantFrom('d1', 'd2')),
    ancestors: maybe(fc.array(url, { maxLength: 2 })),
    topLevelUrl: maybe(url),
    storeId: maybe(storeId),
    thirdParty: maybe(fc.boolean()),
    cookie: maybe(fc.array(octets, { maxLength: 3 }).map((all) => bytesOfLatin1(all.join('; ')))),
    headers: fc.array(header, { maxLength: 2 }),
    secretHeaders: fc.constant([]),
    fields: fc.constant(null),
    purpose: fc.constantFrom('normal', 'prefetch', 'prerender'),
    unseen: fc.boolean(),
    nothingSent: fc.boolean(),
  }) satisfies fc.Arbitrary<Fact>;

const others = (): fc.Arbitrary<Fact> =>
  fc.oneof(
    fc.record({
      ...request,
      kind: fc.constant('request-redirected' as const),
      status: fc.constant(302),
      to: url,
      fromCache: fc.boolean(),
    }),
    fc.record({ ...request, kind: fc.constant('request-completed' as const), status: fc.constant(200), fromCache: fc.boolean() }),
    fc.record({ ...request, kind: fc.constant('request-failed' as const), error: fc.constant('net::ERR_ABORTED') }),
    fc.record({
      ...base,
      kind: fc.constant('navigation-committed' as const),
      tabId: fc.constantFrom(1, 2),
      frameId: fc.nat(2),
      parentFrameId: fc.integer({ min: -1, max: 2 }),
      url,
      documentId: maybe(fc.constantFrom('d1', 'd2')),
      transition: fc.constantFrom('link', 'reload', 'existing'),
      qualifiers: fc.constant([]),
    }),
    fc.record({
      ...base,
      kind: fc.constant('recorder-started' as const),
      cause: fc.constantFrom('devtools-opened', 'user-resumed'),
      tabId: fc.constant(1),
      storeId,
      browser: fc.constantFrom('chromium', 'firefox'),
      browserVersion: fc.constant(''),
    }),
    fc.record({
      ...base,
      kind: fc.constant('recorder-gap' as const),
      tabId: fc.constant(1),
      from: base.at,
      to: maybe(base.at),
      cause: fc.constantFrom('paused', 'quota', 'permission'),
    }),
    fc.record(
      {
        ...base,
        kind: fc.constant('other-response' as const),
        tabId: fc.constantFrom(-1, 3),
        storeId,
        host,
        lines: fc.array(fc.record({ name: octets, digest: fc.constantFrom(null, 'd1') }), { maxLength: 3 }),
        clears: fc.constant(true as const),
      },
      { requiredKeys: ['seq', 'at', 'kind', 'tabId', 'storeId', 'host', 'lines'] },
    ),
    fc.record({
      ...base,
      kind: fc.constant('cookie-written' as const),
      storeId,
      cookie,
      removed: fc.boolean(),
      by: fc.constantFrom('editor', 'override'),
    }),
    fc.record({
      ...base,
      kind: fc.constant('script-access' as const),
      tabId: fc.constant(1),
      frameId: fc.constantFrom(0, 4),
      documentUrl: url,
      storeId,
      api: fc.constantFrom('document.cookie', 'cookieStore'),
      operation: fc.constantFrom('read', 'write', 'unseen'),
      lines: fc.array(fc.record({ name: octets, digest: fc.constantFrom(null, 'd1') }), { maxLength: 1 }),
      names: fc.array(octets, { maxLength: 3 }),
      stack: fc.array(
        fc.record({ name: fc.constantFrom(null, 'login'), url, line: fc.nat(99), column: fc.nat(99), isEval: fc.boolean() }),
        { maxLength: 2 },
      ),
    }),
    fc.record({ ...base, kind: fc.constant('permission-missing' as const), tabId: fc.constant(1), origins: fc.constant([]) }),
  );

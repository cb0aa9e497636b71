import { bytes } from '../../src/analysis/engine/base/bytes';
import { type Instant, instant } from '../../src/analysis/engine/base/units';
import { type Digest, secret } from '../../src/analysis/facts/digest';
import type { Fact, Header, JarCookie, RequestSent, ResponseReceived } from '../../src/analysis/facts/fact';
import { Replay } from '../../src/analysis/replay/replay';
import type { Row } from '../../src/analysis/replay/rows/exchange';
import type { ExampleStep, RuleExample } from '../../src/analysis/rules/engine/example';
import { aCookie } from './cookie';

/** When examples happen: 2026-11-23 12:00 UTC. */
const EXAMPLE_TIME: Instant = instant(Date.UTC(2026, 10, 23, 12));

/** In place of the keyed digest of a recording: equal for equal values, which is all that is asked of it. */
export const exampleDigest: Digest = (value) => `of ${value}`;

const BASE = { tabId: 1 } as const;
const STORE = '0';

/** The rows that an example makes. */
export function rowsOf(example: RuleExample): readonly Row[] {
  const { browser = 'chromium', thirdParty } = example;
  return new Replay({ browser, ...(thirdParty === undefined ? {} : { thirdParty }) }).add(factsOf(example)).rows;
}

/** The recording that an example stands for: an empty jar, then its requests. */
export function factsOf({ steps, browser = 'chromium' }: RuleExample): readonly Fact[] {
  const begin: readonly Fact[] = [
    {
      kind: 'recorder-started',
      seq: 1,
      at: EXAMPLE_TIME,
      cause: 'devtools-opened',
      tabId: 1,
      storeId: STORE,
      browser,
      browserVersion: '',
    },
    { kind: 'jar-snapshot', seq: 2, at: EXAMPLE_TIME, storeId: STORE, site: null, partitions: 'all', cookies: [] },
  ];
  let at = EXAMPLE_TIME;
  let first = 0;
  const requests = steps.flatMap((step, index) => {
    at = instant(at + (step.isRedirect ? 100 : (step.after ?? 1) * 1000));
    if (!step.isRedirect) first = index;
    const next = steps[index + 1];
    return requestOf(
      step,
      { seq: 3 + index * 1000, at, request: `e${first + 1}`, hop: index - first },
      next?.isRedirect ? next : null,
    );
  });
  return [...begin, ...requests];
}

interface When {
  readonly seq: number;
  readonly at: Instant;
  readonly request: string;
  readonly hop: number;
}

function requestOf(step: ExampleStep, when: When, next: ExampleStep | null): readonly Fact[] {
  const { seq, at } = when;
  const done = { ...BASE, ...when, status: step.status ?? 200 };
  return [
    sentOf(step, when),
    { ...done, kind: 'response-received', seq: seq + 1, ...responseOf(step) },
    next === null
      ? { ...done, kind: 'request-completed', seq: seq + 2, fromCache: false }
      : { ...done, kind: 'request-redirected', seq: seq + 2, to: next.ask.split(' ')[1] ?? '', fromCache: false },
    ...changesOf(step, { seq: seq + 3, at: instant(at + 100) }),
  ];
}

/** What happened to the jar without a response. */
function changesOf(
  { ask, writes = [], evicts = [] }: ExampleStep,
  after: { readonly seq: number; readonly at: Instant },
): readonly Fact[] {
  const host = new URL(ask.split(' ')[1] ?? '').hostname;
  return [...writes, ...evicts].map((pair, index) => ({
    kind: 'cookie-changed',
    seq: after.seq + index,
    at: after.at,
    storeId: STORE,
    cookie: writtenOf(pair, host, after.at),
    removed: index >= writes.length,
    cause: index >= writes.length ? 'evicted' : 'explicit',
  }));
}

/** The cookie that a script's line leaves: `sid=1; Path=/app; Domain=a.example; Secure`. */
function writtenOf(line: string, host: string, at: Instant): JarCookie {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  let cookie = aCookie(pair).on(host);
  for (const attribute of attributes) {
    const [name = '', value = ''] = attribute.split('=');
    switch (name.toLowerCase()) {
      case 'path':
        cookie = cookie.under(value);
        break;
      case 'domain':
        cookie = cookie.forDomain(value.replace(/^\./, ''));
        break;
      case 'secure':
        cookie = cookie.secure();
        break;
      case 'httponly':
        cookie = cookie.httpOnly();
        break;
      case 'samesite':
        cookie = cookie.sameSite(value.toLowerCase() as JarCookie['sameSite']);
        break;
      case 'max-age':
        cookie = cookie.until(instant(at + Number(value) * 1000));
        break;
      default:
        throw new Error(`The example writes ${line}: ${name} is not known here.`);
    }
  }
  return cookie.cookie;
}

function sentOf(step: ExampleStep, about: When): RequestSent {
  const [method = 'GET', url = ''] = step.ask.split(' ');
  const as = step.as ?? 'document';
  const page = step.top ?? step.from ?? null;
  return {
    ...BASE,
    ...about,
    kind: 'request-sent',
    url,
    method,
    type: as,
    frameId: as === 'subdocument' ? 2 : 0,
    parentFrameId: as === 'subdocument' ? 0 : -1,
    initiator: step.from ?? null,
    documentUrl: as === 'document' ? null : page,
    documentId: null,
    ancestors: as === 'document' || page === null ? null : [page],
    topLevelUrl: as === 'document' ? null : page,
    storeId: STORE,
    thirdParty: null,
    // A request without cookies has no Cookie header, not an empty one.
    cookie: step.sends === undefined || step.sends === '' ? null : bytes(step.sends),
    headers: headersOf(step.headers),
    secretHeaders: secretsOf(step.tokens) ?? [],
    fields: secretsOf(step.fields),
    purpose: step.purpose ?? 'normal',
    unseen: false,
    nothingSent: false,
  };
}

const secretsOf = (values: Readonly<Record<string, string>> | undefined) =>
  values === undefined ? null : Object.entries(values).map(([name, value]) => secret(name, bytes(value), exampleDigest));

function responseOf({ sets = [], answers }: ExampleStep): Pick<ResponseReceived, 'setCookie' | 'date' | 'headers'> {
  const headers = headersOf(answers);
  return {
    setCookie: sets.map((line) => bytes(line)),
    date: headers.find(({ name }) => name === 'date')?.value ?? null,
    headers,
  };
}

const headersOf = (headers: Readonly<Record<string, string>> = {}): readonly Header[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value: bytes(value) }));

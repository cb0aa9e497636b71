import { bytes } from '../../facts/bytes';
import { type Digest, secret } from '../../facts/digest';
import type { Fact, Header, RequestSent, ResponseReceived } from '../../facts/fact';
import { type Instant, instant } from '../../facts/units';
import type { Row } from '../../replay/exchange';
import { Replay } from '../../replay/replay';
import type { Example, Step } from './example';

/** When examples happen: 2026-11-23 12:00 UTC. */
const EXAMPLE_TIME: Instant = instant(Date.UTC(2026, 10, 23, 12));

/** In place of the keyed digest of a recording: equal for equal values, which is all that is asked of it. */
export const exampleDigest: Digest = (value) => `of ${value}`;

const BASE = { tabId: 1, hop: 0 } as const;
const STORE = '0';

/** The rows that an example makes. */
export function rowsOf(example: Example): readonly Row[] {
  const { browser = 'chromium', thirdParty } = example;
  return new Replay({ browser, ...(thirdParty === undefined ? {} : { thirdParty }) }).add(factsOf(example)).rows;
}

/** The recording that an example stands for: an empty jar, then its requests, a second apart. */
export function factsOf({ steps, browser = 'chromium' }: Example): readonly Fact[] {
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
    { kind: 'jar-snapshot', seq: 2, at: EXAMPLE_TIME, storeId: STORE, site: null, cookies: [] },
  ];
  return [...begin, ...steps.flatMap((step, at) => requestOf(step, at))];
}

function requestOf(step: Step, index: number): readonly Fact[] {
  const at = instant(EXAMPLE_TIME + (index + 1) * 1000);
  const seq = 3 + index * 3;
  const request = `e${index + 1}`;
  const done = { ...BASE, request, at, status: step.status ?? 200 };
  return [
    sentOf(step, { seq, at, request }),
    { ...done, kind: 'response-received', seq: seq + 1, ...responseOf(step) },
    { ...done, kind: 'request-completed', seq: seq + 2, fromCache: false },
  ];
}

function sentOf(step: Step, about: { readonly seq: number; readonly at: Instant; readonly request: string }): RequestSent {
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
    cookie: step.sends === undefined ? null : bytes(step.sends),
    headers: headersOf(step.headers),
    secretHeaders: [],
    fields:
      step.fields === undefined
        ? null
        : Object.entries(step.fields).map(([name, value]) => secret(name, bytes(value), exampleDigest)),
    purpose: 'normal',
    unseen: false,
  };
}

function responseOf({ sets = [], answers }: Step): Pick<ResponseReceived, 'setCookie' | 'date' | 'headers'> {
  const headers = headersOf(answers);
  return {
    setCookie: sets.map((line) => bytes(line)),
    date: headers.find(({ name }) => name === 'date')?.value ?? null,
    headers,
  };
}

const headersOf = (headers: Readonly<Record<string, string>> = {}): readonly Header[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value: bytes(value) }));

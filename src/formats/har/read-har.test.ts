import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  harEntry as entry,
  harHeaders as headers,
  type Json,
  HAR_NOON as NOON,
  readHarOf as read,
} from '../../../test/build/har';
import type { Exchange } from '../../analysis/replay/rows/exchange';
import { importFile } from '../import-file';

const linesOf = ({ exchanges }: { readonly exchanges: readonly Exchange[] }) =>
  exchanges.flatMap(({ lines }) => lines.map(({ line }) => line));

describe('Set-Cookie lines as writers write them', () => {
  const sets = (list: unknown, more: Json = {}) => entry('https://a.example/', 0, {}, { headers: list, ...more });
  it.each([
    [
      'Chrome: a header a line',
      [
        { name: 'Set-Cookie', value: 'a=1' },
        { name: 'set-cookie', value: 'b=2' },
      ],
      {},
    ],
    ['Firefox 43: joined by line feeds', [{ name: 'Set-Cookie', value: 'a=1\nb=2' }], {}],
    ['lines joined by line breaks, with one behind', [{ name: 'Set-Cookie', value: 'a=1\r\nb=2\r\n' }], {}],
    ['Polly.JS: a list for a value', [{ name: 'set-cookie', value: ['a=1', 'b=2'] }], {}],
    [
      'Slack: pairs',
      [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ],
      {},
    ],
    ['a map', { 'set-cookie': ['a=1', 'b=2'] }, {}],
    [
      'HTTP/2 with pseudo-headers (Charles)',
      [
        { name: ':status', value: '200' },
        { name: 'set-cookie', value: 'a=1' },
        { name: 'set-cookie', value: 'b=2' },
      ],
      { redirectURL: null },
    ],
    [
      'no header, a list of cookies',
      [],
      {
        cookies: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2' },
        ],
      },
    ],
  ])('%s', (_, list, more) => {
    expect(linesOf(read([sets(list, more)]))).toEqual(['a=1', 'b=2']);
  });

  it('Safari: joined by commas, with dates in them', () => {
    const line = 'a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT; Path=/, b=2; Secure';
    const read1 = read([sets([{ name: 'Set-Cookie', value: line }])], {
      creator: { name: 'WebKit Web Inspector', version: '1.0' },
    });
    expect(linesOf(read1)).toEqual(['a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT; Path=/', 'b=2; Secure']);
    expect(read1.lacks).toEqual(expect.arrayContaining(['merged-lines', 'browser-assumed']));
  });

  it('a comma in any other writer’s line is the server’s own', () => {
    expect(linesOf(read([sets([{ name: 'Set-Cookie', value: 'a=1, b=2' }])]))).toEqual(['a=1, b=2']);
  });

  it('rebuilt of a list with their attributes, and it is said', () => {
    const cookies = [
      {
        name: 'a',
        value: '1',
        path: '/',
        domain: '.a.example',
        expires: '2037-10-21T07:28:00.000Z',
        httpOnly: true,
        secure: true,
        sameSite: 'Lax',
      },
    ];
    const rebuilt = read([sets([], { cookies })]);
    expect(linesOf(rebuilt)).toEqual([
      'a=1; Path=/; Domain=.a.example; Expires=Wed, 21 Oct 2037 07:28:00 GMT; Secure; HttpOnly; SameSite=Lax',
    ]);
    expect(rebuilt.lacks).toContain('cookies-rebuilt');
  });
});

it('Max-Age, a partition and a date of HTTP are rebuilt too', () => {
  const cookies = [
    { name: 'a', value: '1', secure: true, sameSite: 'None', partitionKey: { topLevelSite: 'https://a.example' } },
    { name: 'b', value: 2, maxAge: 60 },
    { name: 'c', value: '3', expires: 'Wed, 21 Oct 2037 07:28:00 GMT' },
    { name: 'd', value: '4', expires: 'Session' },
  ];
  expect(linesOf(read([entry('https://a.example/', 0, {}, { cookies })]))).toEqual([
    'a=1; Secure; SameSite=None; Partitioned',
    'b=2; Max-Age=60',
    'c=3; Expires=Wed, 21 Oct 2037 07:28:00 GMT',
    'd=4',
  ]);
});

it('a comma in a line that Playwright writes of WebKit is the server’s own', () => {
  const webkit = { creator: { name: 'Playwright', version: '1.60' }, browser: { name: 'webkit', version: '26' } };
  const sets = entry('https://a.example/', 0, {}, { headers: headers({ 'Set-Cookie': 'a=1, b=2' }) });
  expect(linesOf(read([sets], webkit))).toEqual(['a=1, b=2']);
});

describe('what is not seen is not said', () => {
  it('a line is predicted stored, never observed', () => {
    const { exchanges } = read([
      entry(
        'https://a.example/',
        0,
        { headers: headers({ 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }) },
        { headers: headers({ 'Set-Cookie': 'a=1' }) },
      ),
    ]);
    expect(
      exchanges.flatMap(({ lines }) => lines.map(({ predicted, observed }) => [predicted.outcome, observed.outcome])),
    ).toEqual([['stored', 'not-observed']]);
  });

  it('a cookie that came from before the file is no contradiction', () => {
    const { exchanges } = read([entry('https://a.example/', 0, { headers: headers({ Cookie: 'old=1' }) })]);
    expect(exchanges[0]?.cookies[0]?.predicted).toMatchObject({ outcome: 'cannot-tell', missing: ['jar-not-read'] });
  });
});

describe('oddities of writers', () => {
  it.each([
    ['seven digits behind the second (Fiddler)', '2026-11-29T12:00:01.1234567Z', NOON + 1123.4567],
    ['an offset', '2026-11-29T14:00:01.5+02:00', NOON + 1500],
    ['an offset without a colon', '2026-11-29T13:00:01+0100', NOON + 1000],
    ['the form of HTTP', 'Sun, 29 Nov 2026 12:00:01 GMT', NOON + 1000],
    ['a number of milliseconds', NOON + 1000, NOON + 1000],
    ['a number of seconds', NOON / 1000 + 1, NOON + 1000],
    ['a space for the T, no zone', '2026-11-29 12:00:01', NOON + 1000],
  ])('a date with %s', (_, startedDateTime, at) => {
    const { facts } = read([{ ...entry('https://a.example/', 0), startedDateTime }]);
    expect(facts[0]?.at).toBeCloseTo(at, 3);
  });

  it('an entry without a date stays behind the one before', () => {
    const { exchanges, lacks } = read([
      entry('https://a.example/1', 0),
      { ...entry('https://a.example/2', 0), startedDateTime: 'soon' },
      entry('https://a.example/3', 50),
    ]);
    expect(exchanges.map(({ url }) => url.slice(-1))).toEqual(['1', '2', '3']);
    expect(lacks).toContain('times');
  });

  it('what came from the cache set nothing now', () => {
    const cached = entry('https://a.example/', 0, {}, { headers: headers({ 'Set-Cookie': 'a=1' }) }, { _fromCache: 'disk' });
    expect(read([cached]).exchanges[0]).toMatchObject({ transmission: 'none', fromCache: true, lines: [] });
  });

  it('a failed request has no response', () => {
    const failed = entry(
      'https://a.example/',
      0,
      { headers: headers({ Cookie: 'a=1' }) },
      { status: 0, _error: 'net::ERR_ABORTED' },
    );
    expect(read([failed]).exchanges[0]).toMatchObject({ state: 'failed', error: 'net::ERR_ABORTED' });
  });

  it('fields of a form are kept by name, values only as digests, passwords not at all', () => {
    const post = entry('https://a.example/', 0, {
      method: 'POST',
      postData: { mimeType: 'application/x-www-form-urlencoded', text: 'user=someone1&password=secret12&csrf=abcdefgh1' },
    });
    const { facts } = read([post]);
    const [sent] = facts.filter((fact) => fact.kind === 'request-sent');
    expect(sent?.fields).toEqual([
      { name: 'user', digest: 'digest of someone1' },
      { name: 'password', digest: null },
      { name: 'csrf', digest: 'digest of abcdefgh1' },
    ]);
    expect(JSON.stringify(facts)).not.toContain('secret12');
  });

  it('wrong entries are listed with their place; the others are read', () => {
    const wrong = [
      { ...entry('https://a.example/', 0), request: { method: ['GET'], url: 'https://a.example/' } },
      entry('no address', 0),
      null,
      entry('data:,x', 0),
    ];
    expect(read([entry('https://a.example/', 0), ...wrong])).toMatchObject({
      faulty: 3,
      faults: [
        { place: 'log.entries[1].request.method', kind: 'wrong-type', found: 'Array' },
        { place: 'log.entries[2].request.url', kind: 'not-a-url' },
        { place: 'log.entries[3]' },
      ],
    });
  });

  it('of Firefox are judged by its rules', () => {
    const agent = headers({
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
      Cookie: 'a=1',
    });
    expect(
      read([entry('https://a.example/', 0, { headers: agent })], { creator: { name: 'Charles Proxy', version: '4.6.3' } }).replay
        .profile,
    ).toBe('firefox');
  });
});

it('a Playwright trace.zip is read by its requests', () => {
  const snapshot = entry('https://a.example/', 0, { headers: headers({ Cookie: 'a=1', 'sec-fetch-dest': 'document' }) });
  const zip = zipSync({
    'trace.network': strToU8(`${JSON.stringify({ type: 'resource-snapshot', snapshot })}\n{"type":"resource-snap`),
    'trace.trace': strToU8(`${JSON.stringify({ type: 'context-options', browserName: 'firefox' })}\n`),
    'resources/x.html': strToU8('<html>'),
  });
  expect(importFile(zip, () => null)).toMatchObject({
    kind: 'recording',
    writer: 'Playwright',
    faulty: 1,
    facts: [{ kind: 'recorder-started', browser: 'firefox' }, { kind: 'request-sent', cookie: 'a=1' }, {}, {}, {}],
  });
});

it('a form field that is an object in the file costs the entry nothing but its value', () => {
  const postData = { mimeType: 'application/json', params: [{ name: 'event', value: { type: 'click' } }] };
  const found = read([
    entry('https://a.example/log', 0, { method: 'POST', postData }, { headers: headers({ 'Set-Cookie': 'a=1' }) }),
  ]);
  expect([found.faulty, linesOf(found)]).toEqual([0, ['a=1']]);
});

import { describe, expect, it } from 'vitest';
import { harEntry, harHeaders, readHarOf } from '../../../test/build/har';

describe('what stands where something else should is told by its place, and the entries that are right are taken', () => {
  const right = harEntry('https://a.example/right', 0);
  it.each([
    ['an array for a text', { headers: [{ name: ['Cookie'], value: 'x' }] }, 'request.headers[0].name', 'Array'],
    ['half a pair', { headers: [['Cookie']] }, 'request.headers[0][1]', 'undefined'],
    ['a list of lines', { headers: ['Cookie: x=1'] }, 'request.headers[0]', 'text'],
    ['a text for a list', { headers: 'Cookie: x=1' }, 'request.headers', 'text'],
    ['an array for an address', { url: ['https://a.example/'] }, 'request.url', 'Array'],
  ])('%s', (_, request, place, found) => {
    const read = readHarOf([harEntry('https://a.example/', 0, request), right]);
    expect(read.faults).toEqual([expect.objectContaining({ place: `log.entries[0].${place}`, found })]);
    expect(read.exchanges.map(({ url }) => url)).toEqual(['https://a.example/right']);
  });

  it('headers named like an object’s own parts are headers like any other', () => {
    const lines = [
      ['__proto__', 'x'],
      ['Set-Cookie', '__proto__=1; Path=/'],
      ['Set-Cookie', 'constructor=2; Path=/'],
    ];
    const read = readHarOf([harEntry('https://a.example/', 0, {}, { headers: lines })]);
    expect(read.exchanges[0]?.lines.map(({ line }) => String(line))).toEqual(['__proto__=1; Path=/', 'constructor=2; Path=/']);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('what is odd beside the headers keeps no entry back', () => {
  const sent = { headers: harHeaders({ Cookie: 'a=1' }) };
  const set = { headers: harHeaders({ 'Set-Cookie': 'b=2' }) };
  it.each([
    [
      'members of cookies of other types',
      { cookies: [{ name: 'a', value: 1 }] },
      { cookies: [{ name: 'b', httpOnly: 'true', expires: {} }] },
    ],
    ['no list of cookies', { cookies: {} }, { cookies: '' }],
    ['a text for a body', { method: 'POST', postData: 'user=x' }, {}],
    ['a map of parameters', { method: 'POST', postData: { params: {} } }, {}],
    ['a file of a form', { method: 'POST', postData: { params: [{ fileName: 'a.png' }, { name: 'user', value: 'x' }] } }, {}],
  ])('%s', (_, request, response) => {
    const { faults, exchanges } = readHarOf([
      harEntry('https://a.example/', 0, { ...sent, ...request }, { ...set, ...response }),
    ]);
    expect(faults).toEqual([]);
    expect(exchanges[0]).toMatchObject({ cookies: [{ name: 'a' }], lines: [{ line: 'b=2' }] });
  });

  it.each([
    ['no response', undefined, 'pending'],
    ['null for a response', null, 'pending'],
    ['a text without a number for a status', { status: '' }, 'failed'],
    ['no status', { status: null }, 'failed'],
    ['-1 for a status', { status: -1 }, 'failed'],
    ['a number in a text for a status', { status: '200' }, 'completed'],
  ])('%s: what was sent is told all the same', (_, response, state) => {
    const { faults, exchanges } = readHarOf([{ ...harEntry('https://a.example/', 0, sent), response }]);
    expect(faults).toEqual([]);
    expect(exchanges[0]).toMatchObject({ state, cookies: [{ name: 'a' }] });
  });
});

describe('nothing went to a server', () => {
  const page = harEntry(
    'https://a.example/',
    0,
    { headers: harHeaders({ 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Site': 'none' }) },
    { headers: harHeaders({ 'Set-Cookie': 'sid=1' }) },
  );
  const asset = (response: Record<string, unknown>, more = {}) =>
    harEntry('https://a.example/a.js', 50, { headers: harHeaders({ Referer: 'https://a.example/' }) }, response, more);
  it.each([
    ['the service worker answered', { _fetchedViaServiceWorker: true }, {}],
    ['a test answered', {}, { _wasFulfilled: true }],
    ['a test stopped the request', { status: 0, _failureText: 'net::ERR_FAILED' }, { _wasAborted: true }],
  ])('where %s', (_, response, more) => {
    expect(readHarOf([page, asset(response, more)]).exchanges[1]).toMatchObject({ transmission: 'none', cookies: [] });
  });

  it('and else the cookie was missing', () => {
    expect(readHarOf([page, asset({})]).exchanges[1]).toMatchObject({ transmission: 'observed' });
  });
});

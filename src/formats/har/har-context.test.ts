import { describe, expect, it } from 'vitest';
import { harEntry as entry, harHeaders as headers, type Json, readHarOf as read } from '../../../test/build/har';

describe('where a request comes from', () => {
  const page = entry('https://a.example/', 0, {
    headers: headers({ 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', Cookie: 'x=1' }),
  });
  const contextOf = (...more: readonly Json[]) => read([page, ...more]).exchanges.at(-1)?.context;
  const ask = (url: string, map: Record<string, string>, more: Json = {}) => entry(url, 100, { headers: headers(map) }, {}, more);

  it.each([
    ['Sec-Fetch-Site: none', ask('https://b.example/', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }), null],
    [
      'Referer',
      ask('https://b.example/', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site', Referer: 'https://a.example/' }),
      'https://a.example',
    ],
    ['Origin', ask('https://b.example/', { 'sec-fetch-dest': 'empty', Origin: 'https://a.example' }), 'https://a.example'],
    [
      'Sec-Fetch-Site: same-origin',
      ask('https://a.example/x', { 'sec-fetch-dest': 'image', 'sec-fetch-site': 'same-origin' }),
      'https://a.example',
    ],
    [
      'the parser of the document (Chrome)',
      ask('https://b.example/i', {}, { _resourceType: 'image', _initiator: { type: 'parser', url: 'https://a.example/' } }),
      'https://a.example',
    ],
    ['nothing', ask('https://b.example/i', { accept: 'image/png' }), { unknown: 'initiator' }],
  ])('is told by %s', (_, asked, initiator) => {
    expect(contextOf(asked)?.initiator).toEqual(initiator);
  });

  it('a resource of the page has the page on top', () => {
    const asked = ask('https://b.example/i', {
      'sec-fetch-dest': 'image',
      'sec-fetch-site': 'cross-site',
      Referer: 'https://a.example/',
    });
    expect(contextOf(asked)).toMatchObject({ siteForCookies: 'https://a.example', ancestors: ['https://a.example'] });
  });

  it('what a frame asks for has the frame above it', () => {
    const frame = ask('https://b.example/f', {
      'sec-fetch-dest': 'iframe',
      'sec-fetch-site': 'cross-site',
      Referer: 'https://a.example/',
    });
    const image = entry('https://b.example/i', 200, {
      headers: headers({ 'sec-fetch-dest': 'image', Referer: 'https://b.example/f' }),
    });
    expect(contextOf(frame)).toMatchObject({ type: 'subframe-navigation', ancestors: ['https://a.example'] });
    expect(contextOf(frame, image)).toMatchObject({
      siteForCookies: null,
      ancestors: ['https://a.example', 'https://b.example'],
    });
  });

  it('what a style sheet asks for comes from its document, not from the sheet', () => {
    const sheet = ask('https://cdn.example/s.css', { 'sec-fetch-dest': 'style', Referer: 'https://a.example/' });
    const font = entry('https://cdn.example/f', 200, {
      headers: headers({ 'sec-fetch-dest': 'image', 'sec-fetch-site': 'cross-site', Referer: 'https://cdn.example/s.css' }),
    });
    expect(contextOf(sheet, font)?.initiator).toBe('https://a.example');
  });

  it('of a request from a document that is not in the file cannot be told, and it is said', () => {
    const asked = ask('https://c.example/i', { 'sec-fetch-dest': 'image', Referer: 'https://elsewhere.example/' });
    expect(contextOf(asked)?.siteForCookies).toEqual({ unknown: 'frame-document' });
    expect(read([page, asked]).lacks).toContain('context');
  });
});

it('redirects are one request of several hops, whatever stands between them', () => {
  const login = entry(
    'https://a.example/login',
    0,
    { method: 'POST', headers: headers({ 'sec-fetch-dest': 'document', Origin: 'https://a.example' }) },
    { status: 302, redirectURL: '', headers: headers({ Location: '/home', 'Set-Cookie': 'sid=1' }) },
  );
  const other = entry('https://a.example/other', 3, {
    headers: headers({ 'sec-fetch-dest': 'image', Referer: 'https://a.example/' }),
  });
  const home = entry('https://a.example/home', 5, { headers: headers({ Cookie: 'sid=1', 'sec-fetch-dest': 'document' }) });
  const { exchanges } = read([login, other, home]);
  expect(exchanges.map(({ url, hop, state }) => [new URL(url).pathname, hop, state])).toEqual([
    ['/login', 0, 'redirected'],
    ['/other', 0, 'completed'],
    ['/home', 1, 'completed'],
  ]);
  expect(exchanges[2]?.cookies[0]).toMatchObject({ agreement: 'agrees', cookie: { name: 'sid' } });
  expect(exchanges[2]?.context.redirectChain).toEqual(['https://a.example/login']);
});

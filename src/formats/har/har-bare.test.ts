import { describe, expect, it } from 'vitest';
import { harEntry as entry, harHeaders as headers, readHarOf as read } from '../../../test/build/har';

describe('a file without cookies', () => {
  const bare = [
    entry('https://a.example/', 0, {
      headers: headers({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    }),
  ];

  const WEB_INSPECTOR = { creator: { name: 'WebInspector', version: '537.36' } };
  const agent = (version: number) => ({ 'user-agent': `Mozilla/5.0 Chrome/${version}.0.0.0 Safari/537.36` });
  /** What a file lacks whose request has these headers, and so many octets more than they. */
  const lacksOf = (more: Record<string, string>, missing: number | null) => {
    const list = headers({ host: 'a.example', ...more });
    const listed = list.reduce((sum, { name, value }) => sum + name.length + value.length + 4, 'GET /p?q=1 HTTP/1.1'.length + 4);
    const size = missing === null ? {} : { headersSize: listed + missing };
    return read([entry('http://a.example/p?q=1', 0, { headers: list, ...size })], WEB_INSPECTOR);
  };

  it.each([
    ['its request was larger than its headers', agent(156), 30, 'sanitised-chrome', 'unseen'],
    ['its request was as large as its headers', agent(156), 0, 'maybe-sanitised', 'unseen'],
    ['no size is told', agent(156), null, 'maybe-sanitised', 'unseen'],
    ['it is older than sanitised exports', agent(129), null, 'without-cookies', 'observed'],
    ['it has a header that would have gone too', { ...agent(156), authorization: 'x' }, null, 'without-cookies', 'observed'],
  ])('of Chrome, where %s', (_, more, missing, lack, transmission) => {
    const { lacks, exchanges } = lacksOf(more, missing);
    expect(lacks).toContain(lack);
    expect(exchanges.map((each) => each.transmission)).toEqual([transmission]);
  });

  it('of another writer says that it has none', () => {
    expect(read(bare, { creator: { name: 'Firefox', version: '153.0' } }).lacks).toContain('no-cookies');
  });
});

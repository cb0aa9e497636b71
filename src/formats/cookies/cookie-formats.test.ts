import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCookie } from '../../../test/build/cookie';
import { bytes, bytesOfLatin1, isUtf8 } from '../../analysis/engine/base/bytes';
import { instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { importFile } from '../import-file';
import { lossText } from '../sentences';
import type { CookieExportOptions } from './cookie-format';
import { type CookieFormatId, cookieFormat } from './cookie-formats';

const OPTIONS: CookieExportOptions = { url: 'https://a.example/deep', at: instant(1_700_000_000_000), isPlain: false };
const SECOND = 1000;

const write = (id: CookieFormatId, cookies: readonly JarCookie[], options = OPTIONS): string =>
  cookieFormat(id, false).write(cookies, options);
const losses = (id: CookieFormatId, cookies: readonly JarCookie[], options = OPTIONS) =>
  cookieFormat(id, false).losses(cookies, options);
const read = (text: string) => importFile(new TextEncoder().encode(text), () => null);
const cookiesIn = (text: string): readonly JarCookie[] => {
  const found = read(text);
  if (found.kind !== 'cookies') throw new Error(JSON.stringify(found));
  expect(found.faulty).toBe(0);
  return found.cookies;
};

const anyOctets = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 20 }).map(bytes) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 10 }).map(bytes) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 10 }).map((all) => bytesOfLatin1(String.fromCharCode(...all))) },
);

const anyCookie: fc.Arbitrary<JarCookie> = fc
  .record({
    name: fc.oneof(fc.constantFrom('sid', '__Host-id', '__proto__', '', '=x', '#x').map(bytes), anyOctets),
    value: anyOctets,
    domain: fc.constantFrom('a.example', 'www.a.example', 'localhost', '127.0.0.1', '[::1]', 'xn--bcher-kva.example'),
    hostOnly: fc.boolean(),
    path: fc.oneof(
      fc.constantFrom('/', '/deep', '/a b').map(bytes),
      fc.string({ maxLength: 8 }).map((path) => bytes(`/${path}`)),
    ),
    secure: fc.boolean(),
    httpOnly: fc.boolean(),
    sameSite: fc.constantFrom('strict', 'lax', 'none', 'absent'),
    expires: fc.option(fc.integer({ min: 1, max: 4_000_000_000 }).map((s) => instant(s * SECOND))),
    partition: fc.option(
      fc.record({ topLevelSite: fc.constant('https://top.example'), crossSiteAncestor: fc.constantFrom(true, false, null) }),
    ),
  })
  .map((cookie): JarCookie => cookie);
const anyJar = fc.array(anyCookie, { minLength: 1, maxLength: 12 });

const isText = ({ name, value, path }: JarCookie) => isUtf8(name) && isUtf8(value) && isUtf8(path);

describe('a jar that is written and read again is the same but for what was said to be lost', () => {
  const FULL: readonly (readonly [CookieFormatId, (cookie: JarCookie) => JarCookie])[] = [
    ['json', (cookie) => cookie],
    ['puppeteer', (cookie) => cookie],
    ['cookie-editor', (cookie) => cookie],
    [
      'cdp',
      (cookie) => ({
        ...cookie,
        partition: cookie.partition && { ...cookie.partition, crossSiteAncestor: cookie.partition.crossSiteAncestor ?? true },
      }),
    ],
    ['playwright', (cookie) => ({ ...cookie, sameSite: cookie.sameSite === 'absent' ? 'lax' : cookie.sameSite })],
    ['netscape', (cookie) => ({ ...cookie, sameSite: 'absent' })],
  ];

  it.each(FULL)('as %s', (id, after) => {
    fc.assert(
      fc.property(anyJar, (jar) => {
        const lost = losses(id, jar).filter(({ kind }) => kind.startsWith('left-out'));
        const left = lost.flatMap(({ names }) => names).length;
        fc.pre(left < jar.length);
        const again = cookiesIn(write(id, jar));
        expect(again).toHaveLength(jar.length - left);
        const written = id === 'json' ? jar : jar.filter(isText);
        if (id !== 'netscape') expect(again).toEqual(written.map(after));
        else for (const cookie of again) expect(written.map(after)).toContainEqual(cookie);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('cookies.txt', () => {
  const sid = aCookie('sid=1').httpOnly();

  it('has the line that Python wants, tabs, whole seconds and a dot with TRUE', () => {
    const jar = [sid.cookie, aCookie('a=').forDomain('a.example').secure().until(instant(1_900_000_000_500)).cookie];
    expect(write('netscape', jar)).toBe(
      '# Netscape HTTP Cookie File\n#HttpOnly_a.example\tFALSE\t/\tFALSE\t0\tsid\t1\n.a.example\tTRUE\t/\tTRUE\t1900000000\ta\t\n',
    );
  });

  it('for wget has no #HttpOnly_, and says what that costs', () => {
    expect(write('netscape', [sid.cookie], { ...OPTIONS, isPlain: true })).not.toContain('#HttpOnly_');
    expect(losses('netscape', [sid.cookie]).map(({ kind }) => kind)).toEqual(['wget-http-only', 'session-python']);
    expect(losses('netscape', [sid.cookie], { ...OPTIONS, isPlain: true }).map(({ kind }) => kind)).toContain('http-only');
  });

  it('leaves out and names what it cannot hold', () => {
    const jar = [aCookie('tab=a\tb').cookie, aCookie('p=1').inPartition('https://t.example').cookie, aCookie('=v').cookie];
    expect(write('netscape', jar).split('\n')).toHaveLength(2);
    expect(losses('netscape', jar).map(lossText)).toEqual([
      'p is left out: it is partitioned, and this format would make it a cookie for every site.',
      'tab is left out: a character in it would break the line.',
      'A cookie without a name is left out.',
    ]);
  });

  const line = (...columns: readonly string[]) => columns.join('\t');
  it.each([
    [
      'without the first line',
      line('a.example', 'FALSE', '/', 'FALSE', '0', 'x', '1'),
      { name: 'x', hostOnly: true, expires: null },
    ],
    [
      'with a BOM and CRLF',
      `\uFEFF# Netscape HTTP Cookie File\r\n${line('.a.example', 'true', '/', 'False', '', 'x', '1')}\r\n`,
      { hostOnly: false },
    ],
    [
      'with a trimmed empty value',
      line('a.example', 'FALSE', '/', 'TRUE', '1900000000.5', 'x'),
      { value: '', expires: 1_900_000_000_500 },
    ],
    [
      'of ZennoPoster',
      line('a.example', 'FALSE', '/', 'TRUE', '03/04/2030 05:06:07', 'x', '1', 'TRUE', 'FALSE', 'Lax', 'Medium'),
      { httpOnly: true, sameSite: 'lax', expires: Date.UTC(2030, 2, 4, 5, 6, 7) },
    ],
  ])('is read %s', (_, text, cookie) => {
    expect(cookiesIn(text)).toMatchObject([cookie]);
  });

  it('with a wrong line names the line and keeps the others', () => {
    const text = [
      line('a.example', 'FALSE', '/', 'FALSE', '0', 'x', '1'),
      line('a.example', 'FALSE', '/', 'FALSE', '0', 'x', 'a', 'b'),
      'words',
    ].join('\n');
    expect(read(text)).toMatchObject({
      cookies: [{ name: 'x' }],
      faulty: 2,
      faults: [{ place: 'line 2', kind: 'columns' }, { place: 'line 3' }],
    });
  });
});

describe('a Cookie header', () => {
  const jar = [
    aCookie('short=1').cookie,
    aCookie('long=2').under('/deep').cookie,
    aCookie('other=3').on('b.example').cookie,
    aCookie('old=4').until(instant(1)).cookie,
    aCookie('apart=5').inPartition('https://t.example').cookie,
  ];

  it('has the cookies that the address would get, longer paths first', () => {
    expect(write('header', jar)).toBe('Cookie: long=2; short=1\n');
    expect(losses('header', jar).map(({ kind, names }) => [kind, names.length])).toEqual([
      ['left-out-elsewhere', 2],
      ['left-out-expired', 1],
      ['attributes', 2],
    ]);
  });

  it('an address with brackets stays one address for curl', () => {
    const url = 'https://a.example/deep?filter[id]=[1-9]';
    expect(write('curl', [], { ...OPTIONS, url })).toBe(`curl --globoff '${url}'\n`);
  });

  it('adds no line to cookies.txt by its domain', () => {
    const hostile = { ...aCookie('a=1').on('a.example').cookie, domain: 'a.example\tFALSE\t/\tFALSE\t0\tx\t1\nb.example' };
    expect(write('netscape', [hostile])).toBe('# Netscape HTTP Cookie File\n');
    expect(losses('netscape', [hostile])).toMatchObject([{ kind: 'left-out-line-break' }]);
    expect(read(write('json', [hostile]))).toMatchObject({
      kind: 'refused',
      faults: [{ place: 'cookies[0].domain', kind: 'no-domain' }],
    });
  });

  it('stands in a curl command so that the shell leaves it alone', () => {
    const hostile = [aCookie(`x='$(id)\`"`).cookie];
    expect(write('curl', hostile)).toBe(`curl 'https://a.example/deep' \\\n  -H 'Cookie: x='\\''$(id)\`"'\n`);
  });
});

it('a CSV cell that a spreadsheet would run is guarded', () => {
  const jar = ['=1+1', '+1', '-1', '@a', '＝1', '\t=1', 'a"b,c'].map((value) => aCookie(`n=${value}`).cookie);
  const cells = write('csv', jar)
    .split('\r\n')
    .slice(1, -1)
    .map((row) => row.slice(2, row.indexOf(',a.example')));
  expect(cells).toEqual(["'=1+1", "'+1", "'-1", "'@a", "'＝1", `"'\t=1"`, '"a""b,c"']);
});

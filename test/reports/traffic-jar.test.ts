import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../src/analysis/engine/base/units';
import { aChange, aCookie, aJarRead } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse } from '../build/response';
import { changesOf, exchangesOf, linesOf, replayed } from '../build/rows';
import { explainedCookie, explainedLine, saidOfChanges } from './answers';

const A = 'https://a.example';

describe('requests of DevTools itself', () => {
  test('a source map’s answer sets a cookie: DevTools is among those who can have done it, a script is not', () => {
    const app = aResponse().from(`${A}/app.js`).fetchedBy(A, 'script');
    const recording = aRecording()
      .add(navigated(`${A}/`), aJarRead(null), app)
      .after(60)
      .add(aChange().added(aCookie('map=1').on('a.example').httpOnly()));
    const [said] = saidOfChanges(replayed(recording));
    expect(said).toMatch(/DevTools itself/);
    expect(said).toMatch(/No script can have done it/);
  });
});

describe('a script writes, then a response sets the same value', () => {
  test.each(['chromium', 'firefox'] as const)('in %s the script’s row stays, and the line is unchanged', (browser) => {
    const same = () => aCookie('same2=x').on('a.example');
    const request = aResponse().from(`${A}/api`).fetchedBy(A).carrying('same2=x').sets('same2=x; Path=/');
    const recording = aRecording(browser)
      .add(navigated(`${A}/`), aJarRead(null))
      .after(500)
      .add(aChange().added(same()))
      .after(20)
      .add(browser === 'firefox' ? request.request({ ancestors: [], documentUrl: `${A}/` }) : request);
    const replay = replayed(recording);
    expect(changesOf(replay).map(({ outcome }) => outcome)).toEqual(['stored']);
    expect(exchangesOf(replay)[0]?.cookies).toMatchObject([{ agreement: 'agrees' }]);
    expect(linesOf(replay)).toEqual(['unchanged, unchanged-is-silent: not-observed']);
  });
});

test('in Firefox a change in another page’s partition is not given to an earlier, silent line', () => {
  const apart = (top: string) => aCookie('w=1').on('w.example').secure().sameSite('none').inPartition(top, false);
  const widget = (top: string) =>
    aResponse()
      .from('https://w.example/')
      .fetchedBy(top, 'image')
      .request({ ancestors: [], documentUrl: `${top}/` })
      .sets('w=1; Path=/; Secure; SameSite=None');
  const recording = aRecording('firefox')
    .add(navigated('https://one.example/'), aJarRead(null, apart('https://one.example')))
    .after(500)
    .add(widget('https://one.example'))
    .after(1000)
    .add(
      navigated('https://two.example/'),
      widget('https://two.example').tellingFirst(aChange().added(apart('https://two.example'))),
    );
  const [one, two] = exchangesOf(replayed(recording));
  expect(one?.lines[0]?.observed.outcome).toBe('not-observed');
  expect(two?.lines[0]?.observed.outcome).toBe('stored');
});

test('a lone surrogate that a script wrote is the cookie that goes out, whatever the cookies API makes of it', () => {
  const written = aCookie('k0=\u20ac\ufffd').on('a.example');
  const recording = aRecording()
    .add(navigated(`${A}/`), aJarRead(null, written))
    .after(500)
    .add(
      aResponse()
        .from(`${A}/api`)
        .fetchedBy(A)
        .request({ cookie: 'k0=\xe2\x82\xac\xed\xa0\x80' as Bytes }),
    );
  expect(exchangesOf(replayed(recording))[0]).toMatchObject({ cookies: [{ cookie: { name: 'k0' } }], withheld: [] });
});

test('in Firefox a Strict cookie is withheld on the hop right after the one that set it, though its change is reported late', () => {
  const app = 'https://app.example';
  const stored = aCookie('s=1').on('app.example').secure().sameSite('strict');
  const signIn = aResponse()
    .from(`${app}/signin`)
    .linkedFrom('https://idp.example')
    .request({ ancestors: [] })
    .sets('s=1; Path=/; Secure; SameSite=Strict')
    .telling(aChange().added(stored).late(2))
    .redirectsTo(aResponse().from(`${app}/`).status(401));
  const replay = replayed(aRecording('firefox').add(aJarRead(null)).after(500).add(signIn));
  const [, second] = exchangesOf(replay);
  expect(second?.withheld.map(({ cookie, predicted }) => [cookie.name, predicted.reasons[0]])).toEqual([
    ['s', 'same-site-strict'],
  ]);
});

describe('“the other dev server signs me out”: ports share one jar', () => {
  const at = (port: number) => aResponse().from(`http://localhost:${port}/`);

  test('a line that takes the place of another port’s cookie says so', () => {
    const recording = aRecording()
      .add(at(3000).sets('SESSION=aaaa; Path=/'))
      .after(500)
      .add(at(4000).carrying('SESSION=aaaa').sets('SESSION=bbbb; Path=/'));
    const replay = replayed(recording);
    const port = 'It was set by localhost:3000. Cookies ignore ports: all servers on one host share one jar.';
    expect(explainedLine(replay, exchangesOf(replay)[1]).particulars).toEqual([port]);
    expect(explainedCookie(replay, exchangesOf(replay)[1], 'cookies').particulars).toEqual([port]);
  });

  test('one port’s own cookie, and http beside https, say nothing of ports', () => {
    const own = replayed(aRecording().add(at(3000).sets('s=1')).after(500).add(at(3000).carrying('s=1')));
    expect(explainedCookie(own, exchangesOf(own)[1], 'cookies').particulars).toEqual([]);
  });
});

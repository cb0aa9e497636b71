import { describe, expect, test } from 'vitest';
import type { ThirdPartyPolicy } from '../../src/analysis/engine/verdict/verdict';
import { flowText } from '../../src/cli/flow/flow-text';
import { aChange, aCookie, aJarRead } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse, type ResponseBuilder } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';
import { explainedCookie, explainedLine } from './answers';

const TOP = 'https://a.example';
const B = 'https://b.example';
const ACCESS = 'sec-fetch-storage-access';
const none = () => aCookie('x=1').on('b.example').secure().sameSite('none');
const frame = () => aResponse().from(`${B}/frame`).linkedFrom(TOP).inFrame(3).asks('sec-fetch-site', 'cross-site');
const page = (browser: 'chromium' | 'firefox' = 'chromium') =>
  aRecording(browser)
    .add(navigated(`${TOP}/`), aJarRead(null, none()))
    .after(2000);
const inFirefox = (request: ResponseBuilder) => request.request({ ancestors: [`${TOP}/`], documentUrl: `${TOP}/` });

describe('“is my cookie blocked as a third party’s?”: the request’s header says it', () => {
  test.each(['none', 'inactive'])('Sec-Fetch-Storage-Access: %s: blocked, and that is observed', (value) => {
    const replay = replayed(page().add(frame().asks(ACCESS, value)));
    const explained = explainedCookie(replay, exchangesOf(replay)[0]);
    expect(explained.reason).toBe('third-party-blocked');
    expect(explained.statements).toContainEqual({
      evidence: 'observed',
      text: `Sec-Fetch-Storage-Access: ${value} → third-party cookies are blocked here`,
    });
    expect(replay.policies).toMatchObject([{ site: B, topLevelSite: TOP, policy: 'block' }]);
  });

  test('active: allowed, so the cookie goes and the line is stored', () => {
    const request = frame().asks(ACCESS, 'active').carrying('x=1').sets('y=1; Secure; SameSite=None');
    const [exchange] = exchangesOf(replayed(page().add(request)));
    expect(exchange?.cookies).toMatchObject([{ predicted: { outcome: 'sent' }, agreement: 'agrees' }]);
    expect(exchange?.lines).toMatchObject([{ predicted: { outcome: 'stored' } }]);
  });

  test('a line without Partitioned is refused for the same reason', () => {
    const replay = replayed(page().add(frame().asks(ACCESS, 'none').sets('y=1; Secure; SameSite=None')));
    expect(explainedLine(replay, exchangesOf(replay)[0])).toMatchObject({ verdict: 'rejected', reason: 'third-party-blocked' });
  });

  test('in Firefox none means: kept apart for each site', () => {
    const replay = replayed(page('firefox').add(inFirefox(frame().asks(ACCESS, 'none')).sets('y=1; Secure; SameSite=None')));
    const [exchange] = exchangesOf(replay);
    expect(exchange?.withheld).toMatchObject([{ predicted: { outcome: 'withheld', reasons: ['partition-mismatch'] } }]);
    expect(exchange?.lines[0]?.result?.partition).toMatchObject({ topLevelSite: TOP });
  });

  test('the terminal names it too', () => {
    expect(flowText(page().add(frame().asks(ACCESS, 'none')).facts)).toContain('Sec-Fetch-Storage-Access: none');
  });
});

describe('a request without the header', () => {
  const image = () => aResponse().from(`ws://b.example/live`).as('websocket').linkedFrom(TOP);

  test('is judged by what another request of the two sites showed, which is named', () => {
    const replay = replayed(
      page()
        .add(frame().asks(ACCESS, 'none'))
        .after(500)
        .add(aResponse().from('wss://b.example/live').as('websocket').linkedFrom(TOP)),
    );
    const explained = explainedCookie(replay, exchangesOf(replay)[1]);
    expect(explained.reason).toBe('third-party-blocked');
    expect(explained.statements.at(-1)?.text).toMatch(
      /none in https:\/\/b\.example\/frame → third-party cookies of these two sites/,
    );
  });

  test('of another pair of sites is not', () => {
    const replay = replayed(
      page()
        .add(frame().asks(ACCESS, 'none'), aJarRead(null, none(), aCookie('z=1').on('c.example').secure().sameSite('none')))
        .after(2000)
        .add(aResponse().from('wss://c.example/live').as('websocket').linkedFrom(TOP).request({ cookie: null })),
    );
    expect(replay.policies.filter(({ by }) => by.kind === 'header').map(({ site }) => site)).toEqual([B]);
  });

  test('a cookie that nothing else holds back and that went shows that they are allowed', () => {
    const replay = replayed(page().add(aResponse().from('wss://b.example/live').as('websocket').linkedFrom(TOP).carrying('x=1')));
    expect(replay.policies).toMatchObject([{ policy: 'allow', by: { kind: 'sent' } }]);
  });

  test('what a request’s own cookies showed predicts none of them, and the next one’s and its lines', () => {
    const socket = (path: string) => aResponse().from(`wss://b.example/${path}`).as('websocket').linkedFrom(TOP).carrying('x=1');
    const replay = replayed(page().add(socket('live').sets('y=1; Secure; SameSite=None')).after(500).add(socket('again')));
    const [first, second] = exchangesOf(replay);
    expect(first?.cookies).toMatchObject([{ predicted: { outcome: 'cannot-tell' }, agreement: 'not-observed' }]);
    expect(first?.lines).toMatchObject([{ predicted: { outcome: 'stored' } }]);
    expect(second?.cookies).toMatchObject([{ predicted: { outcome: 'sent' }, agreement: 'agrees' }]);
    const cookie = first?.cookies[0]?.cookie;
    expect(first && cookie && replay.explainCookie(first, cookie).allowed).toBe('cannot-tell');
    expect(second && cookie && replay.explainCookie(second, cookie).allowed).toBe(true);
  });

  test('one that stayed behind shows that they are blocked; not where its credentials may have been left out', () => {
    const silent = (request: ResponseBuilder) => replayed(page().add(request)).policies.map(({ policy }) => policy);
    expect(silent(aResponse().from('wss://b.example/live').as('websocket').linkedFrom(TOP))).toEqual(['block']);
    expect(silent(aResponse().from('https://b.example/api').fetchedBy(TOP))).toEqual([]);
    expect(silent(image())).toEqual([]);
  });

  test('a cookie that was stored at that moment, or was partitioned, shows nothing', () => {
    const recording = aRecording()
      .add(navigated(`${TOP}/`), aJarRead(null))
      .after(500)
      .add(aChange().added(none()))
      .after(20)
      .add(aResponse().from('wss://b.example/live').as('websocket').linkedFrom(TOP));
    expect(replayed(recording).policies).toEqual([]);
  });

  test('in Firefox a line that landed in the partition shows that they are kept apart', () => {
    const apart = aCookie('y=1').on('b.example').secure().sameSite('none').inPartition(TOP);
    const request = inFirefox(aResponse().from('http://b.example/').fetchedBy('http://a.example', 'image'));
    const recording = aRecording('firefox')
      .add(navigated(`${TOP}/`), aJarRead(null))
      .after(500)
      .add(request.sets('y=1; Secure; SameSite=None').telling(aChange().added(apart)));
    expect(replayed(recording).policies).toMatchObject([{ policy: 'partition', by: { kind: 'stored' } }]);
  });
});

describe('what is said of the settings', () => {
  const socket = () => aResponse().from('wss://b.example/live').as('websocket').linkedFrom(TOP);
  const judged = (options: { readonly thirdParty?: ThirdPartyPolicy; readonly setting?: ThirdPartyPolicy }) => {
    // The cookie came a moment ago, so that it shows nothing by itself.
    const recording = aRecording()
      .add(navigated(`${TOP}/`))
      .after(500)
      .add(aJarRead(null, aCookie('p=1').on('b.example').secure().sameSite('strict')))
      .after(500)
      .add(socket().sets('y=1; Secure; SameSite=None'));
    const replay = replayed(recording, options);
    return explainedLine(replay, exchangesOf(replay)[0]);
  };

  test('nothing: cannot tell, and the words do not say that no extension could', () => {
    const explained = judged({});
    expect(explained.verdict).toBe('unknown');
    expect(explained.statements.map(({ text }) => text).join()).not.toMatch(/no extension can/);
  });

  test('the reader’s word is an assumption, and never shown as observed', () => {
    const explained = judged({ thirdParty: 'block' });
    expect(explained.reason).toBe('third-party-blocked');
    expect(explained.statements.find(({ text }) => text.startsWith('assumed'))).toMatchObject({ evidence: 'predicted' });
    expect(explained.statements.filter(({ evidence }) => evidence === 'observed')).toEqual([]);
  });

  test('the browser’s own setting is observed, and goes before the reader’s word', () => {
    const explained = judged({ thirdParty: 'allow', setting: 'block' });
    expect(explained.reason).toBe('third-party-blocked');
    expect(explained.statements).toContainEqual({
      evidence: 'observed',
      text: 'the browser’s settings say: third-party cookies are blocked',
    });
  });

  test.each([{ thirdParty: 'allow' }, { setting: 'allow' }] as const)('what the recording shows overrules %j', (options) => {
    const replay = replayed(page().add(frame().asks(ACCESS, 'none')), options);
    expect(explainedCookie(replay, exchangesOf(replay)[0]).reason).toBe('third-party-blocked');
  });
});

describe('“what would the other browser do?”: the forecast says which default it assumes', () => {
  test('Chrome allows, Incognito and Debian’s build block', () => {
    const replay = replayed(page('firefox').add(inFirefox(frame().asks(ACCESS, 'none'))));
    const chromium = explainedCookie(replay, exchangesOf(replay)[0]).elsewhere.find(({ profile }) => profile === 'chromium');
    expect(chromium).toMatchObject({
      words: 'sent',
      assumes: expect.stringMatching(/allowed \(Incognito and Debian’s Chromium/),
    });
  });

  test('Firefox keeps apart', () => {
    const replay = replayed(page().add(frame().asks(ACCESS, 'none').sets('y=1; Secure; SameSite=None')));
    const firefox = explainedLine(replay, exchangesOf(replay)[0]).elsewhere.find(({ profile }) => profile === 'firefox');
    expect(firefox).toMatchObject({ assumes: 'assumes Firefox’s default: third-party cookies are kept apart for each site' });
  });

  test.each([
    ['a page’s own request', aResponse().from(`${TOP}/`).sets('y=1; Secure')],
    ['a partitioned line', frame().asks(ACCESS, 'none').sets('y=1; Secure; SameSite=None; Partitioned')],
  ])('%s depends on no default', (_what, request) => {
    const replay = replayed(page().add(request));
    expect(explainedLine(replay, exchangesOf(replay)[0]).elsewhere.map(({ assumes }) => assumes)).toEqual(
      expect.not.arrayContaining([expect.any(String)]),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { aChange, aCookie, aJarRead } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse } from '../build/response';
import { exchangesOf, linesOf, replayed } from '../build/rows';
import { explainedCookie } from './answers';

const TOP = 'https://a.example';
const LINE = 'y=1; Secure; SameSite=None';
const x = () => aCookie('x=1').on('b.example').secure().sameSite('none');
const y = () => aCookie('y=1').on('b.example').secure().sameSite('none');
/** A request of another site's image, without storage access as Firefox 153 says in its modes 4 and 5. */
const image = (access: 'none' | 'active' = 'none') =>
  aResponse()
    .from('https://b.example/')
    .fetchedBy(TOP, 'image')
    .request({ ancestors: [], documentUrl: `${TOP}/` })
    .asks('sec-fetch-storage-access', access);
const page = () =>
  aRecording('firefox')
    .add(navigated(`${TOP}/`), aJarRead(null, x()))
    .after(2000);
const policies = (replay: ReturnType<typeof replayed>) => replay.policies.map(({ policy, by }) => `${policy} by ${by.kind}`);

describe('“what does Firefox do with third-party cookies?”: a request without storage access does not say it', () => {
  test('that they are kept apart is its default, and no observation', () => {
    const replay = replayed(page().add(image()));
    expect(explainedCookie(replay, exchangesOf(replay)[0]).statements).toContainEqual({
      evidence: 'predicted',
      text: 'Sec-Fetch-Storage-Access: none, and Firefox’s default → third-party cookies are kept apart for each site here',
    });
    expect(policies(replay)).toEqual(['partition by default']);
  });

  test('that they are kept apart is observed once one was stored so', () => {
    const replay = replayed(
      page().add(
        image()
          .sets(LINE)
          .telling(aChange().added(y().inPartition(TOP))),
      ),
    );
    expect([linesOf(replay), policies(replay)]).toEqual([['stored, stored by change-event: agrees'], ['partition by stored']]);
  });

  test('an unpartitioned cookie that went shows that they are allowed (cookieBehavior 4, no tracker)', () => {
    const replay = replayed(page().add(image().carrying('x=1')).after(500).add(image().carrying('x=1')));
    expect(exchangesOf(replay).map(({ cookies }) => cookies[0]?.predicted.outcome)).toEqual(['cannot-tell', 'sent']);
    expect(policies(replay)).toEqual(['allow by sent']);
  });

  test('a cookie stored in no partition shows it too', () => {
    const response = image().sets(LINE);
    const replay = replayed(
      page()
        .add(response.telling(aChange().added(y())))
        .after(500)
        .add(image().carrying('x=1; y=1')),
    );
    expect(linesOf(replay)).toEqual(['cannot-tell, stored by change-event: not-observed']);
    expect(exchangesOf(replay)[1]?.cookies.map(({ agreement }) => agreement)).toEqual(['agrees', 'agrees']);
    expect(policies(replay)).toEqual(['allow by stored']);
  });

  test('a refused line shows that they are blocked (optInPartitioning, or cookieBehavior 4 and a tracker)', () => {
    const refused = () => page().add(image().sets(LINE)).after(500).add(aJarRead(null, x())).after(500);
    const replay = replayed(refused().add(image().sets(LINE)).after(500).add(aJarRead(null, x())));
    expect(linesOf(replay)).toEqual([
      'cannot-tell, rejected by jar-read: not-observed',
      'rejected, rejected by jar-read: agrees',
    ]);
    expect(policies(replay)).toEqual(['block by refused']);
    const partitioned = `${LINE}; Partitioned`;
    const tracker = replayed(refused().add(image().sets(partitioned)).after(500).add(aJarRead(null, x())));
    expect(linesOf(tracker)[1]).toBe('cannot-tell, rejected by jar-read: not-observed');
    const chips = replayed(
      refused().add(
        image()
          .sets(partitioned)
          .telling(aChange().added(y().inPartition(TOP))),
      ),
    );
    expect(linesOf(chips)[1]).toBe('stored, stored by change-event: agrees');
  });

  test('storage access that another request has does not change what one without it shows', () => {
    const replay = replayed(page().add(image('active').carrying('x=1')).after(500).add(image()));
    expect(exchangesOf(replay)[1]?.withheld).toMatchObject([
      { predicted: { outcome: 'withheld', reasons: ['partition-mismatch'] }, agreement: 'agrees' },
    ]);
  });
});

test('in Firefox a refused line of a request that says nothing of storage access shows that they are blocked (cookieBehavior 1)', () => {
  const silent = () =>
    aResponse()
      .from('https://b.example/')
      .fetchedBy(TOP, 'image')
      .request({ ancestors: [], documentUrl: `${TOP}/` });
  const replay = replayed(
    page()
      .add(silent().sets(`${LINE}; Partitioned`, 'z=1; Secure; SameSite=None'))
      .after(500)
      .add(aJarRead(null, x())),
  );
  expect(linesOf(replay)).toEqual([
    'cannot-tell, rejected by jar-read: not-observed',
    'cannot-tell, rejected by jar-read: not-observed',
  ]);
  expect(policies(replay)).toEqual(['block by refused']);
});

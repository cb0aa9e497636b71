import { describe, expect, test } from 'vitest';
import { setBeads } from '../../src/analysis/story/bead';
import { flowText } from '../../src/cli/flow/flow-text';
import { drawn } from '../../src/panel/shared/presentation/bead-words';
import { rowTotals } from '../../src/panel/shared/presentation/row-tally';
import { aChange, aCookie, aJarRead } from '../build/cookie';
import { aBareRecording, aRecording, navigated, started } from '../build/recording';
import { aResponse } from '../build/response';
import { exchangesOf, linesOf, replayed } from '../build/rows';
import { explainedLine, fixedLine, saidOfLines } from './answers';

const SHOP = 'https://shop.example';
const sid = () => aCookie('sid=1').on('shop.example').secure().httpOnly();
const signOut = (line: string) => aResponse().from(`${SHOP}/account/sign-out`).by('POST').carrying('sid=1').sets(line);
const endedBy = (line: string, ...stands: readonly ReturnType<typeof aCookie>[]) => {
  const recording = aRecording()
    .add(aJarRead(null, ...stands))
    .after(500)
    .add(signOut(line))
    .after(300)
    .add(aJarRead('shop.example', ...stands));
  const replay = replayed(recording);
  return { replay, recording, exchange: exchangesOf(replay)[0] };
};

describe('“I delete the cookie at sign-out and it is still sent”', () => {
  test('another path: deleted nothing, what stays, and the line that would delete it', () => {
    const { replay, exchange } = endedBy('sid=; Path=/account; Max-Age=0', sid());
    expect(saidOfLines(exchange)).toEqual([
      'sid (deleted-nothing, observed): Deleted nothing: the cookie in the jar has Path=/, the line names Path=/account.',
    ]);
    const explained = explainedLine(replay, exchange);
    expect(explained.survivor).toEqual({
      jar: ['sid', 'shop.example', '/', 'none'],
      line: ['sid', 'shop.example', '/account', 'none'],
      differing: [2],
    });
    expect(fixedLine(explained, replay)).toBe('sid=; Path=/; Max-Age=0; Secure');
  });

  test.each([
    [
      'no Path at all',
      'sid=; Max-Age=0',
      sid(),
      /has Path=\/, the line names Path=\/account\.$/,
      'sid=; Max-Age=0; Path=/; Secure',
    ],
    [
      'set with a Domain, deleted without',
      'sid=; Path=/; Max-Age=0',
      sid().forDomain('shop.example'),
      /has Domain=shop\.example, the line names no Domain \(host shop\.example only\)\.$/,
      'sid=; Path=/; Max-Age=0; Domain=shop.example; Secure',
    ],
    [
      'set without a Domain, deleted with one',
      'sid=; Path=/; Domain=shop.example; Max-Age=0',
      sid(),
      /has no Domain \(host shop\.example only\), the line names Domain=shop\.example\.$/,
      'sid=; Path=/; Max-Age=0; Secure',
    ],
    [
      'Partitioned, deleted without Partitioned',
      'sid=; Path=/; Max-Age=0; Secure',
      sid().sameSite('none').inPartition('https://top.example'),
      /has the partition of https:\/\/top\.example, the line names no partition\.$/,
      'sid=; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned',
    ],
    [
      'two things at once',
      'sid=; Path=/account; Domain=shop.example; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      sid(),
      /has Path=\/, no Domain \(host shop\.example only\), the line names Path=\/account, Domain=shop\.example\.$/,
      'sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure',
    ],
  ])('%s', (_what, line, stands, said, fixed) => {
    const { replay, exchange } = endedBy(line, stands);
    expect(saidOfLines(exchange)[0]).toMatch(said);
    expect(fixedLine(explainedLine(replay, exchange), replay)).toBe(fixed);
  });

  test('bead, row, text and the other browser say the same', () => {
    const { replay, recording, exchange } = endedBy('sid=; Path=/account; Max-Age=0', sid());
    expect(exchange && setBeads(exchange).map((bead) => drawn(bead).label)).toEqual(['sid, deleted nothing, observed']);
    expect(exchange && rowTotals(exchange)).toMatchObject({ set: 0, noEffect: 1, rejected: 0, mark: 'warning' });
    expect(explainedLine(replay, exchange).elsewhere.map(({ name, words }) => `${name}: ${words}`)).toEqual([
      'Firefox: the same',
    ]);
    const text = flowText(recording.facts);
    expect(text).toMatch(/∅ deleted nothing +sid=; Path=\/account; Max-Age=0 +\[observed\]/);
    expect(text).toMatch(/1 without effect, 0 rejected/);
  });

  test('where nothing of that name is in the jar, nothing stays and nothing is to fix', () => {
    const { replay, exchange } = endedBy('legacy=; Path=/; Max-Age=0', sid());
    expect(saidOfLines(exchange)).toEqual([
      'legacy (deleted-nothing, observed): Deleted nothing: the jar holds no cookie of this name, domain and path.',
    ]);
    const explained = explainedLine(replay, exchange);
    expect([explained.survivor, fixedLine(explained, replay)]).toEqual([null, null]);
  });

  test('the deletion of another path by somebody else is not this line’s', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, sid()))
        .after(500)
        .add(signOut('sid=; Path=/account; Max-Age=0'))
        .after(10)
        .add(aChange().removed(sid())),
    );
    expect(linesOf(replay)).toEqual(['deleted-nothing, no-jar-read: not-observed']);
  });

  test('before the jar was read nobody can say whether there was something to delete', () => {
    const bare = aBareRecording().add(started('chromium'), aResponse().from(SHOP).sets('sid=; Path=/; Max-Age=0'));
    expect(saidOfLines(exchangesOf(replayed(bare))[0])).toEqual([
      'sid (unknown, cannot-tell): Cannot tell: whether the jar contained the cookie before is not known: it had not been read',
    ]);
    bare.after(5).add(aChange().removed(sid(), 'expired-overwrite'));
    expect(saidOfLines(exchangesOf(replayed(bare))[0])).toEqual([
      'sid (deleted, observed): Deleted: the line makes the cookie expire immediately.',
    ]);
  });
});

describe('“I set it, and it is gone at once”', () => {
  const noon = 'Mon, 23 Nov 2026 12:00:00 GMT';
  const setting = (line: string) => aResponse().from(`${SHOP}/`).sets(line);

  test('a value with a date of an hour ago: dead on arrival, the server’s clock is suspect', () => {
    const recording = aRecording()
      .add(setting('sid=Zk2mT9; Path=/; Expires=Mon, 23 Nov 2026 11:00:00 GMT; Secure; HttpOnly'))
      .after(300)
      .add(aJarRead('shop.example'));
    const replay = replayed(recording);
    const [exchange] = exchangesOf(replay);
    expect(saidOfLines(exchange)).toEqual([
      'sid (dead-on-arrival, observed): Dead on arrival: it had already expired when it arrived, so it was never stored.',
    ]);
    expect(explainedLine(replay, exchange).particulars).toEqual([
      'It had been expired for 60 minutes when it arrived. Check the server’s clock.',
    ]);
  });

  test('the same by the server’s own Date: its arithmetic is wrong, not its clock', () => {
    const recording = aRecording().add(setting('sid=Zk2mT9; Path=/; Expires=Mon, 23 Nov 2026 11:00:00 GMT').dated(noon));
    const replay = replayed(recording);
    expect(explainedLine(replay, exchangesOf(replay)[0]).particulars).toEqual([
      'It had been expired for 60 minutes when it arrived, by the server’s own clock (Date header).',
    ]);
  });

  test('a server whose clock is behind, and says so by its Date, is understood by the browsers', () => {
    const behind = setting('sid=Zk2mT9; Path=/; Expires=Mon, 23 Nov 2026 11:30:00 GMT').dated('Mon, 23 Nov 2026 11:00:00 GMT');
    expect(linesOf(replayed(aRecording().add(behind)))).toEqual(['stored, no-jar-read: not-observed']);
  });

  test('over a cookie of the same name it takes that one away', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, aCookie('sid=old-value').on('shop.example')))
        .after(500)
        .add(setting('sid=new-value; Path=/; Expires=Mon, 23 Nov 2026 11:00:00 GMT'))
        .after(5)
        .add(aChange().removed(aCookie('sid=old-value').on('shop.example'), 'expired-overwrite')),
    );
    expect(saidOfLines(exchangesOf(replay)[0])).toEqual([
      'sid (dead-on-arrival, observed): Dead on arrival: it had already expired when it arrived, so it was not stored, and the cookie that existed before was removed.',
    ]);
  });

  test.each([
    ['the epoch', 'sid=x1y2z3; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    ['Max-Age=0', 'sid=x1y2z3; Path=/; Max-Age=0'],
    ['no value', 'sid=; Path=/; Expires=Mon, 23 Nov 2026 11:00:00 GMT'],
    ['PHP’s word for it', 'sid=deleted; Path=/; Expires=Mon, 23 Nov 2026 11:00:00 GMT'],
    ['the value it has', 'sid=1; Path=/; Expires=Sun, 22 Nov 2026 12:00:00 GMT'],
  ])('%s is a deletion as servers write it', (_what, line) => {
    const recording = aRecording().add(aJarRead(null, sid())).after(500).add(setting(line));
    expect(linesOf(replayed(recording))).toEqual(['deleted, no-jar-read: not-observed']);
  });
});

describe('identity not known is no absence', () => {
  const A = 'https://a.example/';
  const image = (line: string) => aResponse().from(A).fetchedBy('https://b.example', 'image').sets(line);
  const open = () => aRecording('chromium').add(navigated('https://b.example/'));

  test('an image sets the cookie to what it is, third parties are blocked: nothing was observed', () => {
    const there = aCookie('a=1').on('a.example').secure().sameSite('none');
    const recording = open()
      .add(aJarRead(null, there))
      .after(500)
      .add(image('a=1; Path=/; Secure; SameSite=None'))
      .after(300)
      .add(aJarRead('a.example', there));
    const [exchange] = exchangesOf(replayed(recording));
    expect(exchange?.lines[0]?.observed).toEqual({ outcome: 'not-observed', why: 'unchanged-is-silent' });
  });

  test('third parties allowed, a partitioned cookie and a deletion without Partitioned: accepted, deleted nothing', () => {
    const there = aCookie('W=1').on('a.example').secure().sameSite('none').inPartition('https://b.example');
    const recording = open()
      .add(aJarRead(null, there))
      .after(500)
      .add(image('W=; path=/foo; Max-Age=0; Secure; SameSite=None'))
      .after(300)
      .add(aJarRead('a.example', there));
    const replay = replayed(recording, { thirdParty: 'allow' });
    const [exchange] = exchangesOf(replay);
    expect(saidOfLines(exchange)).toEqual([
      'W (deleted-nothing, observed): Deleted nothing: the cookie in the jar has Path=/, the partition of https://b.example, the line names Path=/foo, no partition.',
    ]);
    expect(fixedLine(explainedLine(replay, exchange), replay)).toBe('W=; path=/; Max-Age=0; Secure; SameSite=None; Partitioned');
  });

  test.each(['partition', 'block', 'allow', undefined] as const)(
    'in Firefox, with the policy %s, a value that stood in the partition before shows nothing',
    (thirdParty) => {
      const there = aCookie('a=1').on('a.example').secure().sameSite('none').inPartition('https://b.example', false);
      const recording = aRecording('firefox')
        .add(navigated('https://b.example/'), aJarRead(null, there))
        .after(500)
        .add(image('a=1; Path=/; Secure; SameSite=None').request({ ancestors: [], documentUrl: 'https://b.example/' }))
        .after(3000)
        .add(aJarRead('a.example', there));
      const [exchange] = exchangesOf(replayed(recording, thirdParty ? { thirdParty } : {}));
      expect(exchange?.lines[0]?.observed.outcome).toBe('not-observed');
    },
  );

  test.each(['partition', 'block', 'allow', undefined] as const)(
    'in Firefox, with the policy %s, what the jar shows in the partition was stored there',
    (thirdParty) => {
      const there = aCookie('a=1').on('a.example').secure().sameSite('none').inPartition('https://b.example', false);
      const recording = aRecording('firefox')
        .add(navigated('https://b.example/'), aJarRead(null))
        .after(500)
        .add(image('a=1; Path=/; Secure; SameSite=None').request({ ancestors: [], documentUrl: 'https://b.example/' }))
        .after(3000)
        .add(aJarRead('a.example', there));
      const [exchange] = exchangesOf(replayed(recording, thirdParty ? { thirdParty } : {}));
      expect(exchange?.lines[0]?.observed.outcome).toBe('stored');
    },
  );
});

import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../test/build/cookie';
import { aRecording, navigated } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { exchangesOf, replayed } from '../../../test/build/rows';
import type { Fact } from '../facts/fact';
import { Replay } from './replay';

const A = 'https://a.example/';
const page = () => aResponse().from(A);

describe('a request', () => {
  it('that was not answered yet is pending, and keeps its place when it is', () => {
    const facts = aRecording().add(page(), aResponse().from(`${A}slow`)).facts;
    const replay = new Replay().add(facts.slice(0, -2));
    const before = replay.rows[1];
    expect(before).toMatchObject({ state: 'pending', took: null, status: null });
    const { rows, version } = replay;
    replay.add(facts.slice(-2));
    expect(replay.rows).toBe(rows);
    expect(replay.rows[1]).not.toBe(before);
    expect(replay.rows[1]).toMatchObject({ id: before?.id, state: 'completed', status: 200, took: 20 });
    expect(replay.version).toBeGreaterThan(version);
  });

  it('that failed says how', () => {
    expect(exchangesOf(replayed(aRecording().add(page().fails('net::ERR_ABORTED'))))[0]).toMatchObject({
      state: 'failed',
      error: 'net::ERR_ABORTED',
    });
  });

  it('that was asked again after a 401 is a row of its own', () => {
    const { rows } = replayed(aRecording().add(page().named('r').status(401).unfinished(), page().named('r')));
    expect(rows.map((row) => (row.kind === 'exchange' ? row.status : null))).toEqual([401, 200]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  it('hops through a chain, each hop knowing those before it', () => {
    const replay = replayed(
      aRecording().add(
        page().redirectsTo(
          aResponse()
            .from('https://b.example/')
            .redirectsTo(aResponse().from(`${A}end`)),
        ),
      ),
    );
    expect(exchangesOf(replay).map(({ state, context }) => [state, context.redirectChain.length])).toEqual([
      ['redirected', 0],
      ['redirected', 1],
      ['completed', 2],
    ]);
  });

  it('answered from the cache sets nothing', () => {
    const [exchange] = exchangesOf(replayed(aRecording('firefox').add(page().fromCache())));
    expect(exchange).toMatchObject({ fromCache: true, lines: [] });
  });

  it('whose head is reported twice keeps the first', () => {
    const facts = aRecording('firefox').add(page().status(304).sets('x=1')).facts;
    const twice = facts.flatMap((fact): readonly Fact[] =>
      fact.kind === 'response-received' ? [fact, { ...fact, status: 200, setCookie: [] }] : [fact],
    );
    expect(exchangesOf(new Replay().add(twice))[0]).toMatchObject({ received: { status: 304 }, lines: [{ index: 0 }] });
  });

  it('that was not recorded brings no row by its response alone', () => {
    const facts = aRecording()
      .add(page().sets('x=1'))
      .facts.filter(({ kind }) => kind !== 'request-sent');
    expect(new Replay().add(facts).rows).toEqual([]);
  });
});

describe('a navigation', () => {
  const order = (replay: Replay) => replay.rows.map((row) => (row.kind === 'exchange' ? row.url : row.kind));

  it('stands in front of the first hop that brought its document', () => {
    const chain = aResponse().from('http://a.example/').redirectsTo(page());
    expect(order(replayed(aRecording().add(aResponse().from('https://b.example/'), chain, navigated(A))))).toEqual([
      'https://b.example/',
      'navigation',
      'http://a.example/',
      A,
    ]);
  });

  it('that is reported before its request, as in Firefox, moves in front of it', () => {
    const facts = aRecording('firefox').add(page()).add(navigated(A)).facts;
    const [commit, ...rest] = [...facts].reverse();
    const early = commit ? [...rest.reverse().slice(0, 2), commit, ...facts.slice(2, -1)] : [];
    expect(order(new Replay().add(early))).toEqual(['navigation', A]);
  });

  it.each([
    ['both are reported before their requests', [1, 3, 0, 2]],
    ['both are reported after them', [0, 2, 1, 3]],
    ['the first is reported after the second request', [0, 2, 3, 1]],
  ])('that follows another at once stands in front of its own where %s', (_what, reported) => {
    const second = `${A}second`;
    const { facts } = aRecording('firefox')
      .add(page())
      .after(20)
      .add(navigated(A))
      .after(20)
      .add(aResponse().from(second))
      .after(20)
      .add(navigated(second));
    const halves = facts.filter(({ kind }) => kind === 'request-sent' || kind === 'navigation-committed');
    const [started] = facts;
    const inOrder = [started, ...reported.map((index) => halves[index])].filter((fact) => fact !== undefined);
    const replay = new Replay().add(inOrder.map((fact, seq) => ({ ...fact, seq })));
    expect(order(replay)).toEqual(['navigation', A, 'navigation', second]);
  });

  it('of a page that is loaded again stands in front of its own request', () => {
    const twice = aRecording().add(page()).after(20).add(navigated(A)).after(20).add(page()).after(20).add(navigated(A));
    expect(order(replayed(twice))).toEqual(['navigation', A, 'navigation', A]);
  });

  it('with a fragment is that of the document without', () => {
    expect(order(replayed(aRecording().add(page(), navigated(`${A}#top`))))).toEqual(['navigation', A]);
  });

  it('answered by a service worker has no request to stand in front of', () => {
    expect(order(replayed(aRecording().add(page(), navigated(`${A}offline`))))).toEqual([A, 'navigation']);
  });

  it('of a frame, or of a page that was there already, is no row', () => {
    const none = aRecording().add(navigated(A, { transition: 'existing' }), navigated(A, { frameId: 4 }));
    expect(replayed(none).rows).toEqual([]);
  });

  it('is not brought by a prefetch', () => {
    const prefetch = page().request({ purpose: 'prefetch' });
    expect(order(replayed(aRecording().add(prefetch).after(100).add(navigated(A))))).toEqual([A, 'navigation']);
  });
});

describe('the jar in time', () => {
  const x = (value: string) => aCookie(`x=${value}`);
  const replay = replayed(
    aRecording()
      .add(aJarRead(null, x('0')))
      .after(100)
      .add(
        page()
          .carrying('x=0')
          .sets('x=1')
          .telling(aChange().replaced(x('0'), x('1'))),
      )
      .after(100)
      .add(
        page()
          .carrying('x=1')
          .sets('x=; Max-Age=0')
          .telling(aChange().removed(x('1'), 'expired-overwrite')),
      )
      .after(100)
      .add(page())
      .add(aChange().added(x('script'))),
  );

  it('is read as it stood when each request went out, and before a script’s write', () => {
    const held = replay.rows.map((row) => [...replay.jarAt(row).all()].map(({ value }) => value));
    expect(held).toEqual([['0'], ['1'], [], []]);
    expect([...replay.jar.all()].map(({ value }) => value)).toEqual(['script']);
  });

  it('is read by time where Firefox tells of a change before the request that had gone out earlier', () => {
    const reported = aRecording('firefox')
      .add(aJarRead(null, x('0')))
      .after(100)
      .add(
        page()
          .carrying('x=0')
          .took(40)
          .sets('x=1')
          .telling(aChange().replaced(x('0'), x('1'))),
      ).facts;
    const changes = reported.filter(({ kind }) => kind === 'cookie-changed');
    const others = reported.filter(({ kind }) => kind !== 'cookie-changed');
    const sent = others.findIndex(({ kind }) => kind === 'request-sent');
    const early = [...others.slice(0, sent), ...changes, ...others.slice(sent)].map((fact, seq) => ({ ...fact, seq }));
    for (const facts of [reported, early]) {
      const again = new Replay().add(facts);
      const row = again.rows.find(({ kind }) => kind === 'exchange');
      expect(row && [...again.jarAt(row).all()].map(({ value }) => value)).toEqual(['0']);
    }
  });

  it('explains a line against the jar before it, in any profile', () => {
    const secure = replayed(
      aRecording()
        .add(page().sets('x=1; Secure'))
        .after(100)
        .add(aResponse().from('http://a.example/').sets('x=2'))
        .after(100)
        .add(page().sets('x=; Secure; Max-Age=0')),
    );
    const plain = exchangesOf(secure)[1];
    for (const profile of ['spec', 'chromium', 'firefox'] as const) {
      expect(plain && secure.explainLine(plain, 0, profile)).toMatchObject({
        profile,
        allowed: false,
        reasons: ['overwrite-secure'],
      });
    }
    expect(plain && secure.explainLine(plain, 7)).toBeNull();
  });

  it('explains where browsers part: a cookie without SameSite on a foreign image', () => {
    const there = aRecording()
      .add(aJarRead(null, x('1').secure()))
      .after(100);
    const shown = replayed(there.add(page().fetchedBy('https://b.example', 'image')), { thirdParty: 'allow' });
    const [exchange] = exchangesOf(shown);
    const cookie = exchange?.withheld[0]?.cookie;
    if (!exchange || !cookie) throw new Error('nothing was withheld');
    expect(shown.explainCookie(exchange, cookie).reasons).toEqual(['same-site-default-lax']);
    expect(shown.explainCookie(exchange, cookie, 'firefox').reasons).toEqual(['partition-mismatch']);
  });

  it('explains first whether the request carries credentials at all', () => {
    const asks = page().by('OPTIONS').fetchedBy('https://b.example').asks('access-control-request-method', 'PUT').sets('y=1');
    const shown = replayed(aRecording().add(asks));
    const [exchange] = exchangesOf(shown);
    const verdict = exchange && shown.explainLine(exchange, 0);
    expect(verdict).toMatchObject({ decider: 0, allowed: false });
    expect(verdict?.steps[0]).toMatchObject({ id: 'set-credentials', reason: 'preflight' });
  });
});

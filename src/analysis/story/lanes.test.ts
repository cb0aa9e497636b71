import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../test/build/cookie';
import { aGap, aRecording, navigated } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { replayed } from '../../../test/build/rows';
import { Replay } from '../replay/replay';
import { chainAt } from './chain';
import { diagramAt, type RequestDiagram } from './lanes';

const A = 'https://a.example/';
const B = 'https://b.example/';

function requestsAt(replay: Replay, place: number): RequestDiagram {
  const diagram = diagramAt(replay.rows, place);
  if (diagram?.kind !== 'requests') throw new Error(`row ${place} is no request`);
  return diagram;
}

describe('the diagram of a chain', () => {
  const chain = replayed(
    aRecording().add(
      aResponse()
        .from(`${A}login`)
        .by('POST')
        .linkedFrom('https://a.example')
        .redirectsTo(
          aResponse()
            .from(`${B}back`)
            .redirectsTo(aResponse().from(`${A}home`)),
        ),
    ),
  );

  it('is the same whichever hop was chosen', () => {
    const [first, second, third] = [0, 1, 2].map((place) => requestsAt(chain, place));
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(first?.hops.map(({ number, role, to }) => [number, role, to])).toEqual([
      [1, 'first', 'a.example'],
      [2, 'redirect', 'b.example'],
      [3, 'redirect', 'a.example'],
    ]);
  });

  it('has a lifeline for the browser and for each server, in the order they were asked', () => {
    expect(requestsAt(chain, 0).lifelines.map(({ id }) => id)).toEqual(['browser', 'a.example', 'b.example']);
  });

  it('leaves out the chains between', () => {
    const two = aRecording().add(
      aResponse()
        .from(A)
        .redirectsTo(aResponse().from(`${A}one`))
        .telling(aResponse().from(`${A}between`).fetchedBy('https://a.example')),
    );
    const { rows } = replayed(two);
    const place = rows.findIndex((row) => row.kind === 'exchange' && row.hop === 1);
    expect(chainAt(rows, place).map(({ url }) => url)).toEqual([A, `${A}one`]);
  });

  it('begins with the preflight that asked leave for the request', () => {
    const api = aResponse().from(`${B}api`).fetchedBy('https://a.example');
    const asked = aResponse()
      .from(`${B}api`)
      .by('OPTIONS')
      .fetchedBy('https://a.example')
      .asks('access-control-request-method', 'PUT');
    const replay = replayed(aRecording().add(asked, aResponse().from(A).fetchedBy('https://a.example'), api.by('PUT')));
    for (const place of [0, 2]) {
      expect(requestsAt(replay, place).hops.map(({ role, method }) => [role, method])).toEqual([
        ['preflight', 'OPTIONS'],
        ['first', 'PUT'],
      ]);
    }
    expect(requestsAt(replay, 1).hops).toHaveLength(1);
  });

  it('calls a server by the part it plays', () => {
    const third = replayed(aRecording().add(navigated(A), aResponse().from(B).fetchedBy('https://a.example', 'image')));
    expect(requestsAt(third, 1).lifelines[1]?.kind).toBe('third-party');
    const unseen = replayed(aRecording().add(aResponse().from(B).fetchedBy('https://a.example', 'image').inFrame(9)));
    expect(requestsAt(unseen, 0).lifelines[1]?.kind).toBe('unknown-party');
  });

  it.each([
    ['browser', aResponse().from(A)],
    ['same-origin', aResponse().from(A).fetchedBy('https://a.example')],
    ['same-site', aResponse().from(A).fetchedBy('https://www.a.example')],
    ['cross-site', aResponse().from(A).fetchedBy('https://b.example')],
  ])('says that the request is %s', (relation, response) => {
    expect(requestsAt(replayed(aRecording().add(response)), 0).hops[0]?.relation).toBe(relation);
  });
});

describe('what came back', () => {
  const answerOf = (response: ReturnType<typeof aResponse>) =>
    requestsAt(replayed(aRecording().add(response)), 0).hops[0]?.answer;

  it('is a response with its media type and beads', () => {
    const answer = answerOf(aResponse().from(A).heads('content-type', 'text/html; charset=utf-8').sets('x=1').took(30));
    expect(answer).toMatchObject({ kind: 'response', status: 200, took: 30, mediaType: 'text/html', set: [{ name: 'x' }] });
  });

  it('is nothing yet, or a failure', () => {
    expect(answerOf(aResponse().from(A).pending())).toEqual({ kind: 'waiting' });
    expect(answerOf(aResponse().from(A).fails('net::ERR_FAILED'))).toEqual({ kind: 'failed', error: 'net::ERR_FAILED' });
  });

  it('is the browser’s own where it redirects without asking the server', () => {
    const facts = aRecording()
      .add(aResponse().from('http://a.example/').redirectsTo(aResponse().from(A)))
      .facts.filter((fact) => fact.kind !== 'response-received' || fact.hop > 0);
    expect(requestsAt(new Replay().add(facts), 0).hops[0]?.answer).toEqual({ kind: 'internal-redirect', status: 302, to: A });
  });

  it('is the cache’s where no head came', () => {
    const facts = aRecording()
      .add(aResponse().from(A).fromCache())
      .facts.filter((fact) => fact.kind !== 'response-received');
    expect(requestsAt(new Replay().add(facts), 0).hops[0]?.answer).toEqual({ kind: 'cached', status: 200 });
  });
});

describe('a bead', () => {
  it('is born predicted and becomes observed, under the same key', () => {
    const recording = aRecording().add(aResponse().from(A).sets('x=1'));
    const before = requestsAt(new Replay().add(recording.facts), 0).hops[0]?.answer;
    recording.after(20).add(aChange().added(aCookie('x=1')));
    const after = requestsAt(new Replay().add(recording.facts), 0).hops[0]?.answer;
    const bead = (answer: typeof before) => (answer?.kind === 'response' ? answer.set[0] : undefined);
    expect(bead(before)).toMatchObject({ kind: 'stored', evidence: 'predicted' });
    expect(bead(after)).toMatchObject({ kind: 'stored', evidence: 'observed' });
    expect(bead(after)?.key).toBe(bead(before)?.key);
  });

  it('hangs under the wire with its reason', () => {
    const strict = aCookie('x=1').sameSite('strict');
    const replay = replayed(
      aRecording().add(aJarRead(null, strict)).after(100).add(aResponse().from(A).linkedFrom('https://b.example')),
    );
    expect(requestsAt(replay, 0).hops[0]?.withheld).toMatchObject([
      { kind: 'withheld', reason: 'same-site-strict', evidence: 'observed' },
    ]);
  });

  it('of a third party’s line is unknown until the jar tells', () => {
    const image = aResponse().from(B).fetchedBy('https://a.example', 'image').sets('x=1; Secure; SameSite=None');
    const answer = requestsAt(new Replay().add(aRecording().add(image).facts), 0).hops[0]?.answer;
    expect(answer).toMatchObject({ set: [{ kind: 'unknown', evidence: 'cannot-tell', missing: ['third-party-setting'] }] });
  });
});

it('a change without a response has a diagram of its own, a gap, a navigation and no row have none', () => {
  const { rows } = replayed(
    aRecording()
      .add(aResponse().from(A))
      .add(navigated(A))
      .after(500)
      .add(aChange().added(aCookie('x=1')))
      .after(500)
      .add(aGap(1000)),
  );
  const drawn = rows.map((row, place) => [row.kind, diagramAt(rows, place)?.kind ?? null]);
  expect(drawn).toEqual([
    ['navigation', null],
    ['exchange', 'requests'],
    ['change', 'change'],
    ['gap', null],
  ]);
  expect(diagramAt(rows, 99)).toBeNull();
});

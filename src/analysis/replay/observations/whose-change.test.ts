import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead, anOtherResponse } from '../../../../test/build/cookie';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { changesOf, exchangesOf, linesOf, replayed } from '../../../../test/build/rows';

const A = 'https://a.example/';
const page = () => aResponse().from(A);
const fetched = (path: string) => aResponse().from(`${A}${path}`).fetchedBy('https://a.example');
const x = (value: string) => aCookie(`x=${value}`);
const attributions = (replay: Parameters<typeof changesOf>[0]) => changesOf(replay).map(({ attribution }) => attribution.kind);

describe('of several that can have made a change, the one', () => {
  it('whose line was refused, and looked for in vain, did not', () => {
    const framed = aResponse().from('https://b.example/').as('subdocument').request({ initiator: 'https://a.example' });
    const cookie = aCookie('s=1').on('b.example').sameSite('lax');
    const replay = replayed(
      aRecording()
        .add(page(), framed.sets('s=1; Path=/; SameSite=Lax'))
        .after(100)
        .add(aJarRead(null))
        .after(600)
        .add(aChange().added(cookie)),
    );
    expect(linesOf(replay)).toEqual(['rejected, rejected by jar-read: agrees']);
    expect(attributions(replay)).toEqual(['not-recorded']);
  });

  it('whose line came just before it did, and not an earlier one alike', () => {
    const blocked = fetched('api').request({ initiator: 'https://b.example' });
    const replay = replayed(
      aRecording()
        .add(blocked.sets('x=1'))
        .after(400)
        .add(fetched('api').carrying('y=1').sets('x=1'))
        .add(aChange().added(x('1'))),
    );
    expect(exchangesOf(replay).map(({ lines }) => lines[0]?.observed.outcome)).toEqual(['not-observed', 'stored']);
  });

  it('whose response Firefox tells after the change did, and not an earlier one alike', () => {
    const blocked = fetched('api').request({ initiator: 'https://b.example' });
    const replay = replayed(
      aRecording('firefox')
        .add(blocked.sets('x=1'))
        .after(1800)
        .add(
          fetched('api')
            .carrying('y=1')
            .sets('x=1')
            .tellingFirst(aChange().added(x('1'))),
        ),
    );
    expect(exchangesOf(replay).map(({ lines }) => lines[0]?.observed.outcome)).toEqual(['not-observed', 'stored']);
  });

  it.each(['chromium', 'firefox'] as const)('whose request carried the cookie did not bring it (%s)', (browser) => {
    const recording = aRecording(browser)
      .add(fetched('api').carrying('x=1').sets('x=1').took(1))
      .after(browser === 'chromium' ? 100 : 10)
      .add(aChange().added(x('1')));
    const replay = replayed(browser === 'chromium' ? recording.add(aChange().replaced(x('1'), x('1'))) : recording);
    expect(linesOf(replay)[0]).not.toMatch(/stored by/);
    expect(attributions(replay)).toEqual(['not-recorded']);
  });

  it('whose request carried another of that name and value may have', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, x('1').under('/api')))
        .after(100)
        .add(fetched('api').carrying('x=1').sets('x=1; Path=/'), aChange().added(x('1'))),
    );
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees']);
  });
});

describe('another tab', () => {
  const changed = (value: string, digest?: string) => ({
    build: (clock: Parameters<ReturnType<typeof aChange>['build']>[0]) =>
      aChange()
        .added(x(value))
        .build(clock)
        .map((fact) => ({ ...fact, ...(digest === undefined ? {} : { digest }) })),
  });

  it('is not named where the value is another than its response gave', () => {
    const other = anOtherResponse('a.example', { x: 'digest-of-2' });
    const recording = (digest: string) => aRecording().add(page(), other).after(8).add(changed('1', digest));
    expect(attributions(replayed(recording('digest-of-1')))).toEqual(['not-recorded']);
    expect(attributions(replayed(recording('digest-of-2')))).toEqual(['other-tab']);
  });

  it('that gave this value just now did it, and not an old line of this tab alike', () => {
    const blocked = fetched('api').request({ initiator: 'https://b.example' });
    const replay = replayed(
      aRecording('firefox')
        .add(blocked.sets('x=1'))
        .after(1200)
        .add(anOtherResponse('a.example', { x: 'digest-of-1' }))
        .after(5)
        .add(changed('1', 'digest-of-1')),
    );
    expect(linesOf(replay)[0]).not.toMatch(/stored by/);
    expect(attributions(replay)).toEqual(['other-tab']);
  });

  it('that gave a value has deleted nothing', () => {
    const gone = (digest: string | null) =>
      replayed(
        aRecording()
          .add(aJarRead(null, x('1')))
          .after(100)
          .add(anOtherResponse('a.example', { x: digest }))
          .after(8)
          .add(aChange().removed(x('1'))),
      );
    expect(attributions(gone('digest-of-2'))).toEqual(['not-recorded']);
    expect(attributions(gone(null))).toEqual(['other-tab']);
  });

  it.each(['chromium', 'firefox'] as const)('whose response came after the deletion did not delete (%s)', (browser) => {
    const replay = replayed(
      aRecording(browser)
        .add(aJarRead(null, x('1')))
        .after(100)
        .add(aChange().removed(x('1')))
        .after(300)
        .add(anOtherResponse('a.example', { x: null })),
    );
    expect(attributions(replay)).toEqual(['not-recorded']);
  });

  it('whose response came a second after the change is no evidence where no value was compared', () => {
    const replay = replayed(
      aRecording()
        .add(page(), aChange().added(x('1')))
        .after(1100)
        .add(anOtherResponse('a.example', { x: null })),
    );
    expect(attributions(replay)).toEqual(['not-recorded']);
  });
});

/** What is told after so many milliseconds. */
const late = (ms: number, change?: ReturnType<typeof aChange>) => ({
  build: (clock: Parameters<ReturnType<typeof aChange>['build']>[0]) => {
    clock.pass(ms);
    return change?.build(clock) ?? [];
  },
});

it('what was deleted while a response that deletes was still to come was not deleted by it', () => {
  const replay = replayed(
    aRecording('firefox')
      .add(aJarRead(null, x('1')))
      .after(100)
      .add(
        page()
          .carrying('x=1')
          .sets('x=; Max-Age=0')
          .tellingFirst(late(10, aChange().removed(x('1'))), late(700)),
      ),
  );
  expect(linesOf(replay)).toEqual(['deleted-nothing, no-jar-read: not-observed']);
  expect(attributions(replay)).toEqual(['not-recorded']);
});

it('a cookie that a reading showed before it was reported to have come was withheld from no request till then', () => {
  const recording = aRecording('firefox')
    .add(aJarRead(null))
    .after(1000)
    .add(aJarRead('a.example', x('1')))
    .after(30)
    .add(
      page()
        .sets('x=1')
        .tellingFirst(late(60, aChange().added(x('1')))),
    );
  const [exchange] = exchangesOf(replayed(recording));
  expect(exchange?.withheld).toEqual([]);
  expect(linesOf(replayed(recording))).toEqual(['stored, stored by change-event: agrees']);
});

describe('a fetch whose credentials are only assumed', () => {
  const api = () => fetched('api').by('POST').sets('x=1; Path=/');

  it('had none, or may have had none, where its cookie was refused', () => {
    const replay = replayed(aRecording().add(api()).after(200).add(aJarRead(null)));
    expect(linesOf(replay)).toEqual(['cannot-tell, rejected by jar-read: not-observed']);
    const [exchange] = exchangesOf(replay);
    const verdict = exchange && replay.explainLine(exchange, 0);
    expect(verdict?.allowed).toBe('cannot-tell');
  });

  it('had none, or may have had none, where other changes were told since and none of its cookie', () => {
    const later = () => fetched('page').as('document').request({ initiator: null });
    const replay = replayed(
      aRecording()
        .add(api())
        .after(500)
        .add(aChange().added(aCookie('y=1')), later())
        .after(15_000)
        .add(later()),
    );
    expect(linesOf(replay)).toEqual(['cannot-tell, no-jar-read: not-observed']);
    const [, during, after] = exchangesOf(replay);
    expect([during?.withheld, after?.withheld].map((all) => all?.map(({ cookie }) => cookie.name))).toEqual([['y'], ['y']]);
  });

  it('had them where its cookie was stored', () => {
    const replay = replayed(aRecording().add(api(), aChange().added(x('1'))));
    expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees']);
  });

  it('had them where another cookie went: a refusal then differs', () => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, aCookie('y=1')))
        .after(100)
        .add(api().carrying('y=1'))
        .after(200)
        .add(aJarRead(null, aCookie('y=1'))),
    );
    expect(linesOf(replay)).toEqual(['stored, rejected by jar-read: differs']);
  });
});

it('a partitioned cookie that has expired is not reported as living elsewhere', () => {
  const recording = aRecording('firefox');
  const cookie = aCookie('p=1').secure().sameSite('none').inPartition('https://b.example').until(recording.clock.now);
  const [exchange] = exchangesOf(replayed(recording.add(aJarRead(null, cookie)).after(3000).add(page())));
  expect(exchange?.otherPartitions).toEqual([]);
});

it('a cookie that turns out to have been refused was withheld from no request, whatever kept it there', () => {
  const api = fetched('api').by('POST').sets('p=1; Path=/api');
  const [, next] = exchangesOf(replayed(aRecording().add(api).after(100).add(page()).after(100).add(aJarRead(null))));
  expect(next?.withheld).toEqual([]);
});

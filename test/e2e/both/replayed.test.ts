import { beforeAll, describe, expect, test } from 'vitest';
import { followRecording } from '../../../playground/start/recording';
import { Replay } from '../../../src/analysis/replay/replay';
import type { Exchange, Row } from '../../../src/analysis/replay/rows/exchange';
import { Scene } from '../scene';
import { echo, echoServer } from '../tour/echo-server';
import { FIRST_LINES, STOPS } from '../tour/stops';

/** Which rows each stop of the tour brought. */
const rows: Row[] = [];
let replay: Replay;

beforeAll(async () => {
  const server = await echoServer();
  const scene = await Scene.open();
  scene.closes(() => server.close());
  const panel = await scene.browser.openPanel();
  const recording = await followRecording(panel, scene.browser);
  await scene.browser.goto(server.at('a') + echo('start', { page: 'start', sets: FIRST_LINES }));
  for (const stop of STOPS) await stop.run(scene.browser, server);
  replay = new Replay().add(await recording.settled());
  rows.push(...replay.rows);
  return () => scene.close();
});

const exchanges = (): readonly Exchange[] => rows.filter((row) => row.kind === 'exchange');

describe('what a real browser did on a tour through all that is hard', () => {
  test('nothing the engine says of it differs from it', () => {
    const disagreements = exchanges().flatMap((exchange) =>
      [...exchange.cookies, ...exchange.withheld, ...exchange.lines]
        .filter(({ agreement }) => agreement === 'differs')
        .map((each) => `${exchange.sent.method} ${exchange.url}: ${JSON.stringify(each)}`),
    );
    expect(disagreements).toEqual([]);
  });

  test('every cookie of every Cookie header is one of the replayed jar', () => {
    const sent = exchanges().flatMap(({ url, cookies }) => cookies.map((each) => ({ url, ...each })));
    expect(sent.length).toBeGreaterThan(500);
    expect(sent.filter(({ cookie }) => cookie === null)).toEqual([]);
  });

  test('what the engine predicts was observed, but for lines about hosts that are not read', () => {
    const lines = exchanges().flatMap(({ lines }) => lines);
    expect(lines.length).toBeGreaterThan(80);
    const open = lines.filter(({ observed }) => observed.outcome === 'not-observed');
    expect(open.filter(({ observed }) => observed.outcome === 'not-observed' && observed.why === 'waiting')).toEqual([]);
    expect(open.length).toBeLessThan(lines.length / 10);
  });

  test('only what a script wrote, and what expired, is without a response', () => {
    const names = rows.flatMap((row) => (row.kind === 'change' ? [row.change.cookie.name] : []));
    expect(new Set(names)).toEqual(new Set(names.includes('brief' as never) ? ['js', 'over', 'brief'] : ['js', 'over']));
  });
});

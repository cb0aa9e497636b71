import { expect, test } from 'vitest';
import { aCookie } from '../../test/build/cookie';
import { joinedEnds } from '../../test/build/ends';
import { exchange, recording } from '../../test/build/scene';
import { recorderOver, serveRecorder } from './recorder-port';
import { EMPTY_LOG, type RecordingLog } from './recording-log';

async function overPort() {
  const scene = await recording();
  const [ours, theirs, cut] = joinedEnds('panel');
  const log = await new Promise<{ now: () => RecordingLog; handle: ReturnType<typeof recorderOver> }>((resolve) => {
    let isFirst = true;
    ours.onMessage((message) => {
      if (!isFirst) return;
      isFirst = false;
      let now: RecordingLog = EMPTY_LOG;
      const handle = recorderOver(ours, message);
      handle.follow((next) => {
        now = next;
      });
      resolve({ now: () => now, handle });
    });
    serveRecorder(theirs, scene.panel.recorder);
  });
  return { ...scene, ...log, cut };
}

test('a panel behind a port has the same log as one that calls the recorder', async () => {
  const { world, panel, now } = await overPort();
  for (let n = 0; n < 1000; n++) exchange(world, `r${n}`);
  await world.pass(200);
  expect(now()).toEqual(panel.log);
  expect(now().facts).toHaveLength(3003);
});

test('it pauses and clears', async () => {
  const { world, panel, now, handle } = await overPort();
  exchange(world, 'r1');
  await world.pass(200);
  handle.record(false);
  handle.clear();
  await world.pass(200);
  expect([now().recording, now().facts]).toEqual([false, panel.log.facts]);
  expect(now().facts.some(({ kind }) => kind === 'request-sent')).toBe(false);
});

test('it writes cookies, and is told what the browser made of each', async () => {
  const { world, now, handle } = await overPort();
  const answers = handle.write([{ cookie: aCookie('sid=1').cookie, removed: false, by: 'editor' }]);
  await world.pass(200);
  expect(await answers).toEqual([null]);
  expect(
    now()
      .facts.map(({ kind }) => kind)
      .slice(-2),
  ).toEqual(['cookie-written', 'cookie-changed']);
  world.refused = 'no';
  const refused = handle.write([{ cookie: aCookie('sid=1').cookie, removed: true, by: 'editor' }]);
  await world.pass(200);
  expect(await refused).toEqual(['no']);
});

test('it limits the recording, and is told of what was dropped', async () => {
  const { world, panel, now, handle } = await overPort();
  for (let n = 0; n < 1000; n++) exchange(world, `r${n}`);
  await world.pass(200);
  handle.limit({ events: 1000, octets: Number.POSITIVE_INFINITY });
  await world.pass(200);
  expect(now().facts.length).toBeLessThanOrEqual(1000);
  expect(now().dropped).toBeGreaterThanOrEqual(2000);
  expect(now()).toEqual(panel.log);
});

test('it says so when the recorder is gone', async () => {
  const { now, cut } = await overPort();
  cut();
  expect(now().link).toBe('gone');
});

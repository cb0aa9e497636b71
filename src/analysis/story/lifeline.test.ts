import { expect, test } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../test/build/cookie';
import { aGap, aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { text } from '../engine/base/bytes';
import { Replay } from '../replay/replay';
import { cookieKey } from '../session/cookies/cookie-key';
import { lifelineOf } from './lifeline';

const HOST = 'https://a.example/';
const first = aCookie('sid=1111').on('a.example').secure();
const second = aCookie('sid=2222').on('a.example').secure();

const recording = aRecording()
  .add(aResponse().from(HOST).sets('sid=1111; Path=/; Secure').telling(aChange().added(first)))
  .after(100)
  .add(aResponse().from(HOST).carrying('sid=1111'))
  .after(100)
  .add(aGap(500))
  .add(aResponse().from(HOST).carrying('sid=1111').sets('sid=2222; Path=/; Secure').telling(aChange().replaced(first, second)))
  .after(100)
  .add(
    aResponse()
      .from(HOST)
      .carrying('sid=2222')
      .sets('sid=; Path=/; Secure; Max-Age=0')
      .telling(aChange().removed(second, 'expired-overwrite')),
  );

const { rows } = new Replay().add(recording.facts);
const life = lifelineOf(rows, cookieKey(first.cookie));

test('tells what responses did to the cookie, in the order of time', () => {
  expect(life.events.map(({ kind, by }) => `${kind} by ${by}`)).toEqual([
    'stored by response',
    'replaced by response',
    'deleted by response',
  ]);
  expect(life.events.map(({ at }) => at)).toEqual([...life.events.map(({ at }) => at)].sort((a, b) => a - b));
});

test('its values follow each other without a gap, and the last one ends with the deletion', () => {
  const [one, two] = life.values;
  expect(life.values.map(({ value }) => text(value))).toEqual(['1111', '2222']);
  expect(one?.to).toBe(two?.from);
  expect(two?.to).toBe(life.events.at(-1)?.at);
  expect(life.expires).toBeNull();
});

test('every request that carried it is a tick that leads to its bead', () => {
  expect(life.sent.map(({ row }) => row)).toEqual(
    rows.filter((row) => row.kind === 'exchange' && row.cookies.length > 0).map((row) => row.id),
  );
  expect(life.sent[0]?.bead).toBe(`${life.sent[0]?.row}/cookies/0`);
});

test('time in which nothing was recorded is part of it', () => {
  expect(life.gaps.map(({ from, to }) => to - from)).toEqual([500]);
});

test('a cookie that nobody was seen setting was there from the beginning', () => {
  const old = aCookie('old=1').on('a.example');
  const before = aRecording().add(aJarRead(null, old)).after(50).add(aResponse().from(HOST).carrying('old=1'));
  const lifeline = lifelineOf(new Replay().add(before.facts).rows, cookieKey(old.cookie));
  expect(lifeline.values).toMatchObject([{ wasThere: true, to: null }]);
  expect(lifeline.sent.length).toBe(1);
  expect(lifeline.events).toEqual([]);
});

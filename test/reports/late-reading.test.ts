import { expect, test } from 'vitest';
import { instant } from '../../src/analysis/engine/base/units';
import { Replay } from '../../src/analysis/replay/replay';
import { aChange, aCookie, aJarRead } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse } from '../build/response';
import { exchangesOf, linesOf, replayed } from '../build/rows';

test('in Firefox a cookie told seconds after a reading that showed it was not there for the request whose answer set it', () => {
  const sid = () => aCookie('sid=1').on('a.example').httpOnly();
  const answer = aResponse()
    .from('https://a.example/api')
    .fetchedBy('https://a.example')
    .request({ ancestors: [], documentUrl: 'https://a.example/' })
    .carrying('other=1')
    .sets('sid=1; Path=/; HttpOnly')
    .tellingFirst(aChange().added(sid()).late(2900));
  const recording = aRecording('firefox')
    .add(navigated('https://a.example/'), aJarRead(null))
    .after(5000)
    .add(aJarRead('a.example', aCookie('other=1').on('a.example'), sid()))
    .after(1200)
    .add(answer);
  expect(exchangesOf(replayed(recording))[0]?.withheld.map(({ cookie }) => cookie.name)).toEqual([]);
});

test('in Firefox a cookie of a second, told after its end and after a reading that showed it, was not there either', () => {
  const recording = aRecording('firefox').add(navigated('https://a.example/'), aJarRead(null)).after(5000);
  const { now } = recording.clock;
  const brief = aCookie('sid=1')
    .on('a.example')
    .under('/other')
    .until(instant(now + 1200));
  recording
    .add(aJarRead('a.example', brief))
    .after(34)
    .add(
      aResponse()
        .from('https://a.example/api')
        .fetchedBy('https://a.example')
        .sets('sid=1; Path=/other; Max-Age=1')
        .request({ ancestors: [], documentUrl: 'https://a.example/' }),
    );
  // The change is told first.
  const [sent, ...rest] = recording.facts.slice(-3);
  const told = aChange().added(brief).late(1000).build(recording.clock);
  const facts = [...recording.facts.slice(0, -3), ...told, ...[sent, ...rest].filter((fact) => fact !== undefined)];
  expect(exchangesOf(new Replay({ browser: 'firefox' }).add(facts))[0]?.withheld).toEqual([]);
});

test('in Firefox a cookie that a script deletes at the time of a response is not one that the response failed to set', () => {
  const sid = () => aCookie('sid=1').on('a.example');
  const recording = aRecording('firefox')
    .add(navigated('https://a.example/'), aJarRead(null, sid()))
    .after(2000)
    .add(
      aResponse()
        .from('https://a.example/')
        .carrying('sid=1')
        .sets('sid=1; Path=/')
        .tellingFirst(aChange().removed(sid()).late(60)),
    )
    .after(180)
    .add(aJarRead('a.example'));
  expect(linesOf(replayed(recording))).toEqual(['cannot-tell, overwritten-since: not-observed']);
});

import { expect, test } from 'vitest';
import { aChange, aCookie, aJarRead } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';

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

import { expect, it } from 'vitest';
import { aCookie, aScriptRead } from '../../../test/build/cookie';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { replayed } from '../../../test/build/rows';
import { readersOf } from './readers';

const A = 'https://a.example/';

it('who reads the cookies of a page reads each of them, each place once', () => {
  const replay = replayed(aRecording().add(aResponse().from(A), aScriptRead(A, ['x', 'y'], 9), aScriptRead(A, ['x', 'y'], 9)));
  const cookie = aCookie('x=1').on('a.example').cookie;
  expect(readersOf(cookie, replay.scripts.reads).map(({ stack }) => stack[0]?.line)).toEqual([9]);
  expect(readersOf({ ...cookie, domain: 'b.example' }, replay.scripts.reads)).toEqual([]);
  expect(readersOf(aCookie('z=1').on('a.example').cookie, replay.scripts.reads)).toEqual([]);
});

import type { Profile } from '../../src/analysis/verdict/verdict';
import type { Chance } from './random';

const ORDINARY = [
  'Wed, 21 Oct 2037 07:28:00 GMT',
  'Tue, 05 Jan 2027 10:00:00 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Mon, 10-May-2027 00:00:01 GMT',
];

const ODD = [
  'Wed, 21 Oct 37 07:28:00 GMT',
  'Wednesday, 21-Oct-37 07:28:00 GMT',
  'Wed Oct 21 07:28:00 2037',
  '2037 Oct 21 07:28:00',
  '21 oct 2037 7:8:9 GMT',
  'Wed, 21 October 2037 07:28:00 GMT',
  'Wed, 31 Dec 9999 23:59:59 GMT',
  'Mon, 01 Jan 1601 00:00:00 GMT',
  'Fri, 05 Jan 69 10:00:00 GMT',
  'Fri, 05 Jan 70 10:00:00 GMT',
  'garbage',
  '',
  '0',
  '-1',
  'Wed, 21 Foo 2037 07:28:00 GMT',
  'Wed, 32 Oct 2037 07:28:00 GMT',
  'Wed, 21 Oct 2037 25:28:00 GMT',
  '"Wed, 21 Oct 2037 07:28:00 GMT"',
];

/** Forms on which NSPR's parser and the standard's part ways; our model of Firefox does not follow it into each. */
const STRANGE = [
  'Fri, 31 Apr 2037 10:00:00 GMT',
  'Wed, 21 Oct 2037 24:00:00 GMT',
  'Wed, 21 Oct 2037 07:28:60 GMT',
  'Wed, 21 Oct 2037 07:28:00 PST',
  'Wed, 21 Oct 2037 07:28:00 GMT+0100',
  'Wed, 21 Oct 2037 07:28:00 -0800',
  'Wed, 21 Oct 2037 07:28:00 CET',
  'Wed, 21 Oct 2037 07:28:00 PM',
  'Wed, 21 Oct 31841 07:28:00 GMT',
  'Wed, 21 Oct 1600 07:28:00 GMT',
  'Wed, 21 Oct 202 07:28:00 GMT',
  'Wed, 21 Oct 7 07:28:00 GMT',
  'Wed, 12st Oct 2037 07:28:00 GMT',
  '2037-10-21T07:28:00Z',
];

/** Without seconds Firefox gives a time a little early: not modelled, so not asked of it. */
const NOT_FOR_FIREFOX = ['Wed, 21 Oct 2037 07:28 GMT'];

/** The text of an Expires attribute. */
export function dateValue(chance: Chance, profile: Profile, ordinary: boolean): string {
  if (ordinary) return chance.pick(ORDINARY);
  return chance.pick([...ORDINARY, ...ODD, ...STRANGE, ...(profile === 'firefox' ? [] : NOT_FOR_FIREFOX)]);
}

import fc from 'fast-check';
import { bytesOfArray } from '../../src/analysis/engine/base/bytes';
import type { Bytes } from '../../src/analysis/engine/base/units';

/** Any octets at all. */
export const anyOctets = (): fc.Arbitrary<Bytes> => fc.array(fc.integer({ min: 0, max: 255 })).map(bytesOfArray);

const PIECE = fc.constantFrom(
  'a',
  'sid',
  '__Host-a',
  '__secure-b',
  '__Host-Http-c',
  '=',
  '==',
  '"v"',
  ';',
  '; ',
  ' ;\t',
  '\t',
  ' ',
  '\x00',
  '\x7f',
  '\xe9',
  '\xc3\xa9',
  ',',
  'Path=/',
  'Path=/x',
  'Path=x',
  'PATH = /a/b',
  'Domain=a.test',
  'Domain=.a.test',
  'domain=test',
  'Domain=',
  'Domain=b.test',
  'Domain=127.0.0.1',
  'Secure',
  'secure=0',
  'HttpOnly',
  'Partitioned',
  'SameSite=Lax',
  'SameSite=None',
  'samesite=strict',
  'SameSite=x',
  'Priority=High',
  'Priority=x',
  'Max-Age=60',
  'Max-Age=-1',
  'Max-Age=',
  'Max-Age=+5',
  'max-age=1e3',
  'Max-Age=99999999999',
  'Expires=Wed, 21 Oct 2037 07:28:00 GMT',
  'Expires=x',
  'Expires=',
  'x=y',
  'unknown',
  'v'.repeat(1025),
  'v'.repeat(4097),
);

/** Lines that look like Set-Cookie, right and wrong. */
export const likelyLine = (): fc.Arbitrary<Bytes> =>
  fc.array(fc.oneof(PIECE, fc.constant('; ')), { maxLength: 14 }).map((pieces) => pieces.join('') as Bytes);

export const anyLine = (): fc.Arbitrary<Bytes> => fc.oneof({ weight: 3, arbitrary: likelyLine() }, anyOctets());

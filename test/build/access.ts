import fc from 'fast-check';
import type { Bytes } from '../../src/analysis/engine/base/units';
import { instant } from '../../src/analysis/engine/base/units';
import type { CookieAccess } from '../../src/analysis/engine/verdict/access/access';
import type { RequestContext } from '../../src/analysis/engine/verdict/access/context';

const HOSTS = [
  'a.test',
  'www.a.test',
  'b.test',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'foo.github.io',
  'github.io',
  'a.test.',
  'xn--bcher-kva.test',
  'test',
];
const origin = fc
  .tuple(fc.constantFrom('http', 'https', 'wss'), fc.constantFrom(...HOSTS))
  .map(([scheme, host]) => `${scheme}://${host}`);
const unknown = fc.constantFrom('frame-document', 'sandboxed-frame').map((what) => ({ unknown: what }));

/** Any request or script access, unknowns and impossible URLs included. */
export const anyAccess = (): fc.Arbitrary<CookieAccess> =>
  fc.record({
    url: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(origin, fc.constantFrom('/', '/x', '/a/b/c', '/x?y=/z', '')).map((parts) => parts.join('')),
      },
      fc.constantFrom('about:blank', '', 'http://', 'data:,x', 'null'),
      fc.string(),
    ),
    via: fc.constantFrom('http', 'script'),
    at: fc.constantFrom(Date.UTC(2026, 5, 1), Date.UTC(2026, 5, 1) + 60_000, Date.UTC(2030, 0, 1), Number.NaN).map(instant),
    date: fc.constantFrom(null, 'Mon, 01 Jun 2026 00:00:00 GMT' as Bytes, 'x' as Bytes),
    context: fc.record({
      type: fc.constantFrom('main-frame-navigation', 'subframe-navigation', 'subresource', 'script'),
      method: fc.constantFrom('GET', 'POST', 'HEAD'),
      initiator: fc.oneof(origin, fc.constantFrom(null, 'null'), unknown),
      siteForCookies: fc.oneof(origin, fc.constant(null), unknown),
      ancestors: fc.oneof(fc.array(origin, { maxLength: 3 }), unknown),
      redirectChain: fc.array(origin, { maxLength: 2 }),
      reload: fc.constantFrom<RequestContext['reload'][]>('none', 'user', 'script', { unknown: 'reload' }),
      partitionKey: fc.oneof(
        fc.record({ topLevelSite: origin, crossSiteAncestor: fc.constantFrom<(boolean | null)[]>(true, false, null) }),
        fc.constant(null),
        unknown,
      ),
    }),
  });

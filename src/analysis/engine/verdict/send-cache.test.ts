import { describe, expect, test } from 'vitest';
import { accessFor, NOON } from '../../../../test/build/engine-example';
import { storedCookie } from '../../../../test/build/stored-cookie';
import { bytes } from '../base/bytes';
import { type Bytes, instant } from '../base/units';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access/access';
import { image, post, script } from './examples/example';
import { SendCache } from './send-cache';

const URL_A = 'https://a.test/shop/cart';
const COOKIES: readonly StoredCookie[] = [
  storedCookie('sid', { path: bytes('/') }),
  storedCookie('cart', { path: bytes('/shop') }),
  storedCookie('soon', { expires: instant(NOON + 1000) }),
  storedCookie('later', { expires: instant(NOON + 5000) }),
];

const asked = (access: Access, header = '', also = '') => ({ access, also, header: header as Bytes });
const at = (ms: number, url = URL_A): Access => accessFor(url, {}, 'chromium', NOON + ms);

/** A cache that was asked about these cookies twice: from then on it remembers. */
function remembering(question = asked(at(0)), cookies = COOKIES): SendCache<string> {
  const cache = new SendCache<string>();
  cache.store(cookies, question, 'first');
  cache.store(cookies, question, 'second');
  return cache;
}

test('the first answer about a list of cookies is not kept, the second is', () => {
  const cache = new SendCache<string>();
  cache.store(COOKIES, asked(at(0)), 'first');
  expect(cache.recall(COOKIES, asked(at(0)))).toBeNull();
  cache.store(COOKIES, asked(at(0)), 'second');
  expect(cache.recall(COOKIES, asked(at(0)))).toBe('second');
});

test('later answers stand beside earlier ones', () => {
  const cache = remembering();
  cache.store(COOKIES, asked(at(0, 'https://a.test/about')), 'other');
  expect(cache.recall(COOKIES, asked(at(0)))).toBe('second');
  expect(cache.recall(COOKIES, asked(at(0, 'https://a.test/about')))).toBe('other');
});

test.each<[what: string, question: ReturnType<typeof asked>, answer: string | null]>([
  ['the same request again', asked(at(0)), 'second'],
  ['another path below the same cookies’ paths', asked(at(0, 'https://a.test/shop/list')), 'second'],
  ['a path below other cookies’ paths', asked(at(0, 'https://a.test/about')), null],
  ['later, while no cookie has expired', asked(at(999)), 'second'],
  ['when the first cookie has expired', asked(at(1000)), null],
  ['a time before the answer', asked(at(-1)), null],
  ['another header', asked(at(0), 'sid=1'), null],
  ['something else beside it', asked(at(0), '', 'no credentials'), null],
  ['another host', asked(at(0, 'https://www.a.test/shop/cart')), null],
  ['plain http', asked(at(0, 'http://a.test/shop/cart')), null],
  ['a script', asked(accessFor(URL_A, { cause: script() }, 'chromium')), null],
  ['from another site', asked(accessFor(URL_A, { cause: image('https://b.test') }, 'chromium')), null],
  ['the rules of another browser', asked(accessFor(URL_A, {}, 'firefox')), null],
  ['third-party cookies blocked', asked(accessFor(URL_A, { policy: 'block' }, 'chromium')), null],
  ['who asks is not known', asked(accessFor(URL_A, { unknown: { initiator: { unknown: 'initiator' } } }, 'chromium')), null],
])('of %s', (_, question, answer) => {
  expect(remembering().recall(COOKIES, question)).toBe(answer);
});

test('what is unknown is told apart by what it is', () => {
  const unknown = (what: string) => asked({ ...at(0), thirdParty: { unknown: what } });
  const cache = remembering(unknown('frames'));
  expect(cache.recall(COOKIES, unknown('frames'))).toBe('second');
  expect(cache.recall(COOKIES, unknown('initiator'))).toBeNull();
});

test('a partition is told apart from none, from another, and from one that is unknown', () => {
  const key = (topLevelSite: string, crossSiteAncestor: boolean) => asked({ ...at(0), key: { topLevelSite, crossSiteAncestor } });
  const cache = remembering(key('https://b.test', true));
  expect(cache.recall(COOKIES, key('https://b.test', true))).toBe('second');
  for (const other of [
    key('https://c.test', true),
    key('https://b.test', false),
    asked({ ...at(0), key: { unknown: 'frames' } }),
  ])
    expect(cache.recall(COOKIES, other)).toBeNull();
});

describe('is never used', () => {
  test('for another list of the same cookies: the jar has changed', () => {
    expect(remembering().recall([...COOKIES], asked(at(0)))).toBeNull();
  });

  test('for no cookies at all', () => {
    const none: readonly StoredCookie[] = [];
    expect(remembering(asked(at(0)), none).recall(none, asked(at(0)))).toBeNull();
  });

  test('where it counts how old a cookie is, in Chromium for two minutes after it was made', () => {
    const form = accessFor(URL_A, { cause: post('https://b.test') }, 'chromium');
    expect(form.relation).toBe('lax-unsafe');
    expect(remembering(asked(form)).recall(COOKIES, asked(form))).toBeNull();
    expect(remembering().recall(COOKIES, asked({ ...at(0), relation: 'lax-unsafe' }))).toBeNull();
  });
});

test('cookies of a session alone are remembered without an end', () => {
  const session = COOKIES.filter(({ expires }) => expires === null);
  const cache = remembering(asked(at(0)), session);
  expect(cache.recall(session, asked(at(1e12)))).toBe('second');
});

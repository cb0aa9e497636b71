import type { Variant } from './variant';

const REST = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Lines that the first page sends besides its own, each at fault in one way. */
export const LINE_FLAWS = [
  line(
    'attribute-misspelt',
    'A misspelt attribute',
    'Writes “Same-Site” for SameSite.',
    'layout=wide; Path=/; Secure; HttpOnly; Same-Site=Lax',
  ),
  line(
    'attribute-repeated',
    'The same attribute twice',
    'Says SameSite twice, and not the same.',
    `layout=wide; ${REST}; SameSite=Strict`,
  ),
  line(
    'attribute-too-long',
    'An attribute that is too long',
    'Gives a Path of 1,100 octets, which is ignored.',
    `layout=wide; Secure; HttpOnly; SameSite=Lax; Path=/${'x'.repeat(1100)}`,
  ),
  line('attribute-unknown', 'An attribute of old', 'Sends Version=1, which browsers ignore.', `layout=wide; Version=1; ${REST}`),
  line('empty-attribute', 'A semicolon too many', 'Ends the line with a semicolon.', `layout=wide; ${REST};`),
  line(
    'flag-with-value',
    'A flag with a value',
    'Writes HttpOnly=false, which switches it on.',
    'layout=wide; Path=/; Secure; HttpOnly=false; SameSite=Lax',
  ),
  line(
    'path-ignored',
    'A Path that is none',
    'Begins Path without a slash.',
    'layout=wide; Secure; HttpOnly; SameSite=Lax; Path=shop',
  ),
  line('priority-unknown', 'A Priority that is none', 'Writes Priority=Highest.', `layout=wide; ${REST}; Priority=Highest`),
  line(
    'same-site-misspelt',
    'A SameSite that is none',
    'Writes SameSite=Lex.',
    'layout=wide; Path=/; Secure; HttpOnly; SameSite=Lex',
  ),
  line(
    'expires-against-max-age',
    'Expires against Max-Age',
    'Asks for an hour in one attribute and for years in the other.',
    `layout=wide; ${REST}; Max-Age=3600; Expires=Sun, 31 Dec 2034 23:59:59 GMT`,
  ),
  line(
    'expires-invalid',
    'A date that is none',
    'Writes Expires as an ISO date.',
    `layout=wide; ${REST}; Expires=2034-12-31T23:59:59Z`,
  ),
  line('max-age-invalid', 'A Max-Age that is none', 'Writes Max-Age as a calculation.', `layout=wide; ${REST}; Max-Age=60*60*24`),
  line(
    'lifetime-capped',
    'A cookie for ten years',
    'Asks for ten years; browsers give 400 days.',
    `layout=wide; ${REST}; Max-Age=315360000`,
  ),
  line(
    'domain-refused',
    'Somebody else’s Domain',
    'Names another site in Domain: the cookie is refused.',
    `layout=wide; ${REST}; Domain=ads.localhost`,
  ),
  line(
    'prefix-broken',
    'A broken promise',
    'Sets a __Host- cookie with a Domain: it is refused.',
    `__Host-layout=wide; ${REST}; Domain=shop.localhost`,
  ),
  line(
    'partitioned-without-secure',
    'Partitioned without Secure',
    'Asks for a partitioned cookie that is not Secure: it is refused.',
    'layout=wide; Path=/; HttpOnly; SameSite=Lax; Partitioned',
  ),
  line(
    'partitioned-same-site',
    'Partitioned and Lax',
    'Asks for a partitioned cookie that no frame of another site gets.',
    `layout=wide; ${REST}; Partitioned`,
  ),
  line('name-characters', 'Brackets in a name', 'Names a cookie “layout[page]”.', `layout[page]=wide; ${REST}`),
  line('nameless', 'A cookie without a name', 'Sends a bare value.', `wide; ${REST}`),
  line('non-ascii', 'Beyond ASCII', 'Sends a city as UTF-8.', `city=Zürich; ${REST}`),
  line('value-unencoded', 'A value as it came', 'Sends a value with spaces and a comma.', `greeting=Hello, Ann; ${REST}`),
  line(
    'browsers-disagree',
    'One browser keeps it, one does not',
    'Sends a tab inside a value, which Chromium refuses, and a value without a name, which Firefox does.',
    `layout=wi\tde; ${REST}`,
    `=wide; ${REST}`,
  ),
  line('pair-too-large', 'Too large', 'Sends a cart of 5,000 octets: it is refused.', `wishes=${'7'.repeat(5000)}; ${REST}`),
  line('pair-near-limit', 'Nearly too large', 'Sends a cart of 3,900 octets.', `wishes=${'7'.repeat(3900)}; ${REST}`),
  line(
    'cookie-header-large',
    'Too much in all',
    'Sends four cookies of 2,500 octets each.',
    ...[1, 2, 3, 4].map((at) => `wishes_${at}=${'7'.repeat(2500)}; ${REST}`),
  ),
  line('too-many-cookies', 'Too many', 'Sends sixty cookies.', ...Array.from({ length: 60 }, (_, at) => `tile_${at}=1; ${REST}`)),
  line(
    'set-twice',
    'Set twice in one response',
    'Sends one cookie twice, with two values.',
    `layout=wide; ${REST}`,
    `layout=narrow; ${REST}`,
  ),
  line(
    'shadowed',
    'Two of one name',
    'Sets a cookie for the host and another of that name for the domain: both are sent.',
    `layout=wide; ${REST}`,
    `layout=narrow; ${REST}; Domain=shop.localhost`,
  ),
  line(
    'internal-address',
    'An internal address',
    'Sends a load balancer’s cookie with the server’s address in it.',
    `BIGipServershop=1677787402.36895.0000; ${REST}`,
  ),
  line(
    'serialised-object',
    'A serialised object',
    'Keeps the wishes as a PHP object, which the server would have to trust.',
    `wishes=O%3A4%3A%22Cart%22%3A1%3A%7Bs%3A2%3A%22id%22%3Bi%3A7%3B%7D; ${REST}`,
  ),
  {
    ...line(
      'deletion-mismatch',
      'A deletion that misses',
      'Deletes a cookie with another Path than it was set with.',
      `promotion=summer; ${REST}; Max-Age=86400`,
    ),
    lines: {
      '/': [`promotion=summer; ${REST}; Max-Age=86400`],
      '/signed-out': ['promotion=; Path=/account; Secure; HttpOnly; SameSite=Lax; Max-Age=0'],
    },
    way: 'sign-out',
  },
  {
    ...line('deletion-refused', 'A deletion that is refused', 'Deletes a __Host- cookie without Secure.'),
    lines: {
      '/': [`__Host-promotion=summer; ${REST}; Max-Age=86400`],
      '/signed-out': ['__Host-promotion=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'],
    },
    way: 'sign-out',
  },
  {
    ...line('clock-skew', 'A clock that is slow', 'Dates its responses an hour back and sets a cookie with Expires.'),
    lines: { '/': [`layout=wide; ${REST}; Expires=${new Date(Date.now() + 30 * 86_400_000).toUTCString()}`] },
  },
] as const satisfies readonly Variant[];

/** A variant that only adds lines to the first page. It bears the name of its rule. */
function line<Id extends string>(id: Id, title: string, does: string, ...lines: readonly string[]) {
  return { id, title, does, finding: id, way: 'front', lines: { '/': lines } } as const;
}

import { frame, frameLink, image, link, post, redirected, type SetTable, script } from './example';

const HERE = 'https://a.test/';
const PLAIN = 'http://a.test/';
const OWN = 'https://a.test';
const OTHER = 'https://b.test';
const FROM_SCRIPT = { cause: script() };

/** Who may set: encryption, scripts, and the site from which the request came. */
export const ORIGIN_EXAMPLES: readonly SetTable[] = [
  {
    step: 'set-secure',
    section: '§5.7 step 13',
    examples: [
      ['a=1', PLAIN, 'not-applicable'],
      ['a=1; Secure', HERE, 'passed'],
      ['a=1; Secure', PLAIN, 'secure-insecure-origin'],
      ['a=1; Secure', 'ws://a.test/', 'secure-insecure-origin'],
      ['a=1; Secure', 'http://localhost/', 'passed'],
      ['a=1; Secure', 'http://sub.localhost/', 'passed'],
      ['a=1; Secure', 'http://127.0.0.1/', 'passed'],
      ['a=1; Secure', 'about:blank', 'cannot tell: url'],
    ],
  },
  {
    step: 'set-http-only',
    section: '§5.7 step 15',
    examples: [
      ['a=1', HERE, 'not-applicable', FROM_SCRIPT],
      ['a=1; HttpOnly', HERE, 'passed'],
      ['a=1; HttpOnly', HERE, 'http-only-from-script', FROM_SCRIPT],
    ],
  },
  {
    step: 'set-leave-secure-alone',
    section: '§5.7 step 16',
    examples: [
      ['a=2', PLAIN, 'passed'],
      ['a=2', HERE, 'not-applicable', { before: [['a=1; Secure', HERE]] }],
      ['a=2', PLAIN, 'overwrite-secure', { before: [['a=1; Secure', HERE]] }],
      ['a=2', PLAIN, 'passed', { before: [['a=1', HERE]] }],
      ['b=2', PLAIN, 'passed', { before: [['a=1; Secure', HERE]] }],
      // Only where both would be sent: the new path lies within the old one.
      ['a=2; Path=/x/y', PLAIN, 'overwrite-secure', { before: [['a=1; Secure; Path=/x', HERE]] }],
      ['a=2; Path=/', PLAIN, 'passed', { before: [['a=1; Secure; Path=/x', HERE]] }],
      ['a=2; Path=/xy', PLAIN, 'passed', { before: [['a=1; Secure; Path=/x', HERE]] }],
      // One domain lies within the other, in either direction.
      ['a=2', 'http://www.a.test/', 'overwrite-secure', { before: [['a=1; Secure; Domain=a.test', HERE]] }],
      ['a=2; Domain=a.test', 'http://www.a.test/', 'overwrite-secure', { before: [['a=1; Secure', 'https://www.a.test/']] }],
      ['a=2', 'http://www.a.test/', 'passed', { before: [['a=1; Secure', 'https://sub.a.test/']] }],
      // Firefox: the cookie of one host alone reaches no other.
      [
        'a=2',
        'http://a.test/',
        ['overwrite-secure', 'overwrite-secure', 'passed'],
        { before: [['a=1; Secure', 'https://www.a.test/']] },
      ],
      [
        'a=2',
        'http://www.a.test/',
        ['overwrite-secure', 'overwrite-secure', 'passed'],
        { before: [['a=1; Secure', 'https://a.test/']] },
      ],
      ['a=2', 'http://a.test/', 'overwrite-secure', { before: [['a=1; Secure; Domain=a.test', 'https://a.test/']] }],
      // One that says Secure is refused for that; Chromium looks at the other cookie as well.
      ['a=2; Secure', PLAIN, ['not-applicable', 'overwrite-secure', 'not-applicable'], { before: [['a=1; Secure', HERE]] }],
      ['a=2', 'http://localhost/', 'not-applicable', { before: [['a=1; Secure', 'http://localhost/']] }],
      // Another partition is another jar.
      ['a=2', PLAIN, 'passed', { before: [['a=1; Secure; Partitioned', HERE]] }],
    ],
  },
  {
    step: 'set-same-site',
    section: '§5.7 step 18',
    examples: [
      ['a=1; SameSite=Strict', HERE, 'passed'],
      ['a=1; SameSite=Strict', HERE, 'passed', { cause: image(OWN) }],
      ['a=1; SameSite=Strict', 'https://www.a.test/', 'passed', { cause: image(OWN) }],
      ['a=1; SameSite=Strict', HERE, 'same-site-cross-site', { cause: image(OTHER) }],
      ['a=1; SameSite=Lax', HERE, 'same-site-cross-site', { cause: image(OTHER) }],
      ['a=1', HERE, ['same-site-cross-site', 'same-site-cross-site', 'not-applicable'], { cause: image(OTHER) }],
      ['a=1; SameSite=None; Secure', HERE, 'not-applicable', { cause: image(OTHER) }],
      ['a=1; SameSite=Lax', HERE, 'same-site-cross-site', { cause: frame(OTHER) }],
      ['a=1; SameSite=Lax', HERE, 'same-site-cross-site', { cause: image(OTHER, OWN) }],
      ['a=1; SameSite=Lax', HERE, 'same-site-cross-site', { cause: image(OWN, OTHER) }],
      // Who causes a navigation in a frame counts, too.
      ['a=1; SameSite=Lax', HERE, 'same-site-cross-site', { cause: frameLink(OWN, OTHER) }],
      // A top-level navigation may always set, wherever it comes from.
      ['a=1; SameSite=Strict', HERE, 'passed', { cause: link(OTHER) }],
      ['a=1; SameSite=Strict', HERE, 'passed', { cause: post(OTHER) }],
      // The redirect chain does not count here.
      ['a=1; SameSite=Strict', HERE, 'passed', { cause: redirected(OWN, 'https://b.test/r/') }],
      // http and https of one domain are two sites, but not to Firefox.
      [
        'a=1; SameSite=Strict',
        HERE,
        ['same-site-cross-site', 'same-site-cross-site', 'passed'],
        { cause: image('http://a.test') },
      ],
      ['a=1; SameSite=Strict', HERE, 'same-site-cross-site', { cause: script(OTHER) }],
      ['a=1; SameSite=Strict', HERE, 'passed', { cause: script(OWN) }],
      [
        'a=1; SameSite=Lax',
        HERE,
        'cannot tell: frame-document',
        {
          cause: image(OWN),
          unknown: { siteForCookies: { unknown: 'frame-document' }, ancestors: { unknown: 'frame-document' } },
        },
      ],
      // A certain fault outweighs what is not known.
      [
        'a=1; SameSite=Lax',
        HERE,
        'same-site-cross-site',
        { cause: image(OTHER), unknown: { initiator: { unknown: 'initiator' } } },
      ],
    ],
  },
  {
    step: 'set-none-secure',
    section: '§5.7 step 19',
    examples: [
      ['a=1', PLAIN, 'not-applicable'],
      ['a=1; SameSite=Lax', PLAIN, 'not-applicable'],
      ['a=1; SameSite=None; Secure', HERE, 'passed'],
      ['a=1; SameSite=None', HERE, 'same-site-none-insecure'],
      ['a=1; SameSite=None', PLAIN, 'same-site-none-insecure'],
    ],
  },
];

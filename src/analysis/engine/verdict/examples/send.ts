import { type EarlierLine, frame, frameLink, image, link, post, redirected, type SendTable, script } from './example';

const HERE = 'https://a.test/';
const OWN = 'https://a.test';
const OTHER = 'https://b.test';
const UNKNOWN_FRAME = { siteForCookies: { unknown: 'frame-document' }, ancestors: { unknown: 'frame-document' } };
const set = (line: string, url = HERE): EarlierLine => [line, url];
const STRICT = set('a=1; SameSite=Strict');
const LAX = set('a=1; SameSite=Lax');
const ABSENT = set('a=1');
const NONE = set('a=1; SameSite=None; Secure');
const CHIPS = set('a=1; SameSite=None; Secure; Partitioned');

/** Whether a stored cookie goes with a request. */
export const SEND_EXAMPLES: readonly SendTable[] = [
  {
    step: 'send-domain',
    section: '§5.8.3 step 1',
    examples: [
      [set('a=1'), HERE, 'passed'],
      [set('a=1; Domain=a.test'), 'https://www.a.test/', 'passed'],
      [set('a=1'), 'https://www.a.test/', 'domain-host-only'],
      [set('a=1', 'https://www.a.test/'), HERE, 'domain-mismatch'],
      [set('a=1', 'https://www.a.test/'), 'https://sub.a.test/', 'domain-mismatch'],
      [set('a=1; Domain=www.a.test', 'https://www.a.test/'), 'https://xwww.a.test/', 'domain-mismatch'],
      [set('a=1', 'http://127.0.0.1/'), 'http://127.0.0.1/', 'passed'],
      [set('a=1', 'https://a.test./'), HERE, 'domain-mismatch'],
    ],
  },
  {
    step: 'send-path',
    section: '§5.8.3 step 1',
    examples: [
      [set('a=1; Path=/'), 'https://a.test/x/y', 'passed'],
      [set('a=1; Path=/x'), 'https://a.test/x', 'passed'],
      [set('a=1; Path=/x'), 'https://a.test/x/y', 'passed'],
      [set('a=1; Path=/x/'), 'https://a.test/x/y', 'passed'],
      [set('a=1; Path=/x/'), 'https://a.test/x', 'path-mismatch'],
      [set('a=1; Path=/x'), 'https://a.test/xy', 'path-mismatch'],
      [set('a=1; Path=/x'), 'https://a.test/X', 'path-mismatch'],
      [set('a=1; Path=/x'), HERE, 'path-mismatch'],
      [set('a=1', 'https://a.test/x/y'), 'https://a.test/x/z', 'passed'],
      [set('a=1', 'https://a.test/x/y'), HERE, 'path-mismatch'],
      // Firefox stores a default path over 1024 octets as empty, in which no request lies.
      [set('a=1', `https://a.test/${'p'.repeat(1023)}/`), `https://a.test/${'p'.repeat(1023)}/`, 'passed'],
      [
        set('a=1', `https://a.test/${'p'.repeat(1024)}/`),
        `https://a.test/${'p'.repeat(1024)}/`,
        ['passed', 'passed', 'path-mismatch'],
      ],
    ],
  },
  {
    step: 'send-secure',
    section: '§5.8.3 step 1',
    examples: [
      [set('a=1'), 'http://a.test/', 'not-applicable'],
      [set('a=1; Secure'), HERE, 'passed'],
      [set('a=1; Secure'), 'http://a.test/', 'secure-insecure-request'],
      [set('a=1; Secure', 'http://localhost/'), 'http://localhost/', 'passed'],
    ],
  },
  {
    step: 'send-http-only',
    section: '§5.8.3 step 1',
    examples: [
      [set('a=1'), HERE, 'not-applicable', { cause: script() }],
      [set('a=1; HttpOnly'), HERE, 'passed'],
      [set('a=1; HttpOnly'), HERE, 'http-only-script-read', { cause: script() }],
    ],
  },
  {
    step: 'send-same-site',
    section: '§5.8.3 step 1',
    examples: [
      [STRICT, HERE, 'passed'],
      [STRICT, HERE, 'passed', { cause: image(OWN) }],
      [STRICT, HERE, 'same-site-strict', { cause: link(OTHER) }],
      [STRICT, HERE, 'same-site-strict', { cause: image(OTHER) }],
      [STRICT, HERE, 'same-site-strict', { cause: script(OTHER) }],
      [LAX, HERE, 'passed', { cause: image(OWN) }],
      [LAX, HERE, 'passed', { cause: link(OTHER) }],
      [LAX, HERE, 'same-site-lax-unsafe-method', { cause: post(OTHER) }],
      [LAX, HERE, 'same-site-lax', { cause: image(OTHER) }],
      [LAX, HERE, 'same-site-lax', { cause: frame(OTHER) }],
      [LAX, HERE, 'same-site-lax', { cause: image(OTHER, OWN) }],
      [LAX, HERE, 'same-site-lax', { cause: frameLink(OWN, OTHER) }],
      [ABSENT, HERE, ['passed', 'passed', 'not-applicable'], { cause: link(OTHER) }],
      [ABSENT, HERE, ['same-site-default-lax', 'same-site-default-lax', 'not-applicable'], { cause: image(OTHER) }],
      // Younger than two minutes, it still goes with a cross-site POST that navigates.
      [ABSENT, HERE, ['passed', 'passed', 'not-applicable'], { cause: post(OTHER) }],
      [ABSENT, HERE, ['passed', 'passed', 'not-applicable'], { cause: post(OTHER), age: 120 }],
      [ABSENT, HERE, ['same-site-default-lax', 'same-site-default-lax', 'not-applicable'], { cause: post(OTHER), age: 120.001 }],
      [NONE, HERE, 'not-applicable', { cause: image(OTHER) }],
      // A cross-site hop counts, but not to Chromium.
      [STRICT, HERE, ['same-site-strict', 'passed', 'same-site-strict'], { cause: redirected(OWN, 'https://b.test/r/') }],
      [LAX, HERE, ['same-site-lax', 'passed', 'same-site-lax'], { cause: redirected(OWN, 'https://b.test/r/') }],
      [LAX, HERE, 'passed', { cause: link(OWN, 'https://b.test/r/') }],
      [STRICT, HERE, ['same-site-strict', 'passed', 'same-site-strict'], { cause: link(OWN, 'https://b.test/r/') }],
      // http and https of one domain are two sites, but not to Firefox.
      [LAX, HERE, ['same-site-lax', 'same-site-lax', 'passed'], { cause: image('http://a.test') }],
      [LAX, HERE, 'cannot tell: frame-document', { cause: image(OWN), unknown: UNKNOWN_FRAME }],
      [LAX, HERE, 'cannot tell: initiator', { cause: image(OWN), unknown: { initiator: { unknown: 'initiator' } } }],
      [NONE, HERE, 'not-applicable', { cause: image(OWN), unknown: UNKNOWN_FRAME }],
    ],
  },
  {
    step: 'send-expiry',
    section: '§5.3',
    examples: [
      [set('a=1'), HERE, 'not-applicable', { age: 1e9 }],
      [set('a=1; Max-Age=60'), HERE, 'passed'],
      [set('a=1; Max-Age=60'), HERE, 'passed', { age: 59.999 }],
      [set('a=1; Max-Age=60'), HERE, 'expired', { age: 60 }],
      [set('a=1; Max-Age=60'), HERE, 'cannot tell: clock', { clock: 'unknown' }],
    ],
  },
  {
    step: 'send-partition',
    section: 'CHIPS',
    examples: [
      [ABSENT, HERE, 'not-applicable'],
      [CHIPS, HERE, 'passed'],
      [CHIPS, HERE, 'passed', { cause: image(OWN) }],
      [CHIPS, HERE, 'partition-mismatch', { cause: image(OTHER) }],
      // Chromium's key says whether a document of another site lies between.
      [CHIPS, HERE, 'partition-mismatch', { cause: frame(OWN, OTHER) }],
      [NONE, HERE, 'not-applicable', { cause: image(OTHER) }],
      [NONE, HERE, 'partition-mismatch', { cause: image(OTHER), policy: 'partition' }],
      [NONE, HERE, 'not-applicable', { cause: image(OWN), policy: 'partition' }],
      [
        CHIPS,
        HERE,
        'cannot tell: frame-document',
        { cause: image(OWN), unknown: { partitionKey: { unknown: 'frame-document' } } },
      ],
    ],
  },
  {
    step: 'send-third-party',
    section: 'policy',
    examples: [
      [NONE, HERE, 'passed', { cause: image(OTHER) }],
      [NONE, HERE, 'not-applicable', { policy: 'block' }],
      [NONE, HERE, 'not-applicable', { cause: link(OTHER), policy: 'block' }],
      [NONE, HERE, 'third-party-blocked', { cause: image(OTHER), policy: 'block' }],
      [NONE, HERE, 'third-party-blocked', { cause: frame('https://a.test', OTHER), policy: 'block' }],
      [CHIPS, HERE, 'passed', { cause: image(OTHER), policy: 'block' }],
      [NONE, HERE, 'cannot tell: third-party-setting', { cause: image(OTHER), policy: { unknown: 'third-party-setting' } }],
      [NONE, HERE, 'cannot tell: frame-document', { cause: image(OTHER), policy: 'block', unknown: UNKNOWN_FRAME }],
    ],
  },
];

import { type SetTable, script } from './example';

const HERE = 'https://a.test/';
const WWW = 'https://www.a.test/';

/** Lifetime, Domain and Path. */
export const PLACE_EXAMPLES: readonly SetTable[] = [
  {
    step: 'set-lifetime',
    section: '§5.7 step 3',
    examples: [
      ['a=1', HERE, 'not-applicable'],
      ['a=1; Max-Age=60', HERE, 'passed'],
      ['a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT', HERE, 'passed'],
      ['a=1; Max-Age=', HERE, 'passed'],
      ['a=1; Max-Age=60', HERE, 'cannot tell: clock', { clock: 'unknown' }],
      ['a=1', HERE, 'not-applicable', { clock: 'unknown' }],
    ],
  },
  {
    step: 'set-domain-ascii',
    section: '§5.7 step 8',
    examples: [
      ['a=1', HERE, 'not-applicable'],
      ['a=1; Domain=', HERE, 'not-applicable'],
      ['a=1; Domain=a.test', HERE, 'passed'],
      ['a=1; Domain=\xc3\xa9.test', HERE, 'domain-non-ascii'],
      ['a=1; Domain=a.test\xff', HERE, 'domain-non-ascii'],
      ['a=1; Domain=b\xc3\xbccher2.test', 'https://xn--bcher2-3ya.test/', ['domain-non-ascii', 'passed', 'domain-non-ascii']],
      ['a=1; Domain=b\xc3\xbccher2.test', 'https://www.xn--bcher2-3ya.test/', ['domain-non-ascii', 'passed', 'domain-non-ascii']],
      // Another step's fault.
      ['a=1; Domain=b.test', HERE, 'not-applicable'],
    ],
  },
  {
    step: 'set-public-suffix',
    section: '§5.7 step 9',
    examples: [
      ['a=1', HERE, 'not-applicable'],
      ['a=1; Domain=a.test', HERE, 'passed'],
      ['a=1; Domain=test', HERE, 'domain-public-suffix'],
      ['a=1; Domain=co.uk', 'https://foo.co.uk/', 'domain-public-suffix'],
      ['a=1; Domain=.CO.UK', 'https://foo.co.uk/', 'domain-public-suffix'],
      ['a=1; Domain=github.io', 'https://foo.github.io/', 'domain-public-suffix'],
      ['a=1; Domain=com', HERE, 'domain-public-suffix'],
      ['a=1; Domain=localhost', 'http://sub.localhost/', 'domain-public-suffix'],
      // A wildcard's parent is a suffix, too: the list has `*.kawasaki.jp` alone.
      ['a=1; Domain=kawasaki.jp', 'https://x.y.kawasaki.jp/', 'domain-public-suffix'],
      // The suffix itself may set for itself alone.
      ['a=1; Domain=github.io', 'https://github.io/', 'passed'],
      ['a=1; Domain=localhost', 'http://localhost/', 'passed'],
    ],
  },
  {
    step: 'set-domain-match',
    section: '§5.7 step 10',
    examples: [
      ['a=1', WWW, 'not-applicable'],
      ['a=1; Domain=a.test', WWW, 'passed'],
      ['a=1; Domain=.a.test', WWW, 'passed'],
      ['a=1; Domain=A.Test', WWW, 'passed'],
      ['a=1; Domain=www.a.test', WWW, 'passed'],
      ['a=1; Domain=..a.test', WWW, 'domain-mismatch'],
      ['a=1; Domain=.', WWW, 'domain-mismatch'],
      ['a=1; Domain=www.a.test', HERE, 'domain-mismatch'],
      ['a=1; Domain=b.test', HERE, 'domain-mismatch'],
      ['a=1; Domain=w.a.test', WWW, 'domain-mismatch'],
      ['a=1; Domain=a.test', 'https://xa.test/', 'domain-mismatch'],
      ['a=1; Domain=a.test:443', HERE, 'domain-mismatch'],
      ['a=1; Domain="a.test"', HERE, 'domain-mismatch'],
      ['a=1; Domain=a.test', 'https://a.test./', 'domain-mismatch'],
      ['a=1; Domain=a.test.', 'https://a.test./', 'passed'],
      ['a=1; Domain=127.0.0.1', 'http://127.0.0.1/', 'passed'],
      ['a=1; Domain=0.0.1', 'http://127.0.0.1/', 'domain-mismatch'],
      // `s3.amazonaws.com` is a public suffix, `amazonaws.com` above it is none.
      ['a=1; Domain=amazonaws.com', 'https://x.s3.amazonaws.com/', ['passed', 'domain-mismatch', 'domain-mismatch']],
      ['a=1', 'https://a.test../', ['not-applicable', 'domain-invalid', 'not-applicable']],
    ],
  },
  {
    step: 'set-path',
    section: 'layered-cookies',
    examples: [
      ['a=1', HERE, 'passed'],
      ['a=1; Path=/x', HERE, 'passed'],
      // A path that the page is not in may be set.
      ['a=1; Path=/elsewhere', 'https://a.test/x/y', 'passed'],
      ['a=1; Path=/\xc3\xa9', HERE, ['path-non-ascii', 'passed', 'passed']],
      ['a=1; Path=\xc3\xa9', HERE, 'passed'],
      [`a=1; Path=/${'p'.repeat(1023)}`, HERE, 'passed'],
      // Over 1024 octets the attribute is ignored, and the default path counts.
      [`a=1; Path=/${'p'.repeat(1024)}`, HERE, 'passed'],
      ['a=1', `https://a.test/${'p'.repeat(1023)}/`, 'passed'],
      ['a=1', `https://a.test/${'p'.repeat(1024)}/`, 'passed'],
      ['a=1; Path=/x\ty', HERE, ['passed', 'passed', 'path-tab']],
      ['a=1; Path=/x\ty', HERE, ['passed', 'passed', 'path-tab'], { cause: script() }],
    ],
  },
];

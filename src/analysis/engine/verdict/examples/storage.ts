import { image, type SetTable, script } from './example';

const HERE = 'https://a.test/';
const OTHER = 'https://b.test';
const NONE = 'SameSite=None; Secure';
const UNKNOWN_POLICY = { unknown: 'third-party-setting' };

const secureCookies = (count: number) => Array.from({ length: count }, (_, n) => [`s${n}=1; Secure`, HERE] as const);

/** Partitions, the third-party policy, and what stands in the jar already. */
export const STORAGE_EXAMPLES: readonly SetTable[] = [
  {
    step: 'set-partitioned',
    section: 'CHIPS',
    examples: [
      ['a=1; Secure', HERE, 'not-applicable'],
      ['a=1; Secure; Partitioned', HERE, 'passed'],
      ['a=1; Partitioned', HERE, 'partitioned-insecure'],
      ['a=1; Secure; Partitioned', 'http://a.test/', 'partitioned-insecure'],
      ['a=1; Secure; Partitioned', 'http://localhost/', 'passed'],
      [`a=1; ${NONE}; Partitioned`, HERE, 'passed', { cause: image(OTHER) }],
      [
        `a=1; ${NONE}; Partitioned`,
        HERE,
        'cannot tell: frame-document',
        { cause: image(OTHER), unknown: { partitionKey: { unknown: 'frame-document' } } },
      ],
    ],
  },
  {
    step: 'set-third-party',
    section: 'policy',
    examples: [
      [`a=1; ${NONE}`, HERE, 'passed', { cause: image(OTHER) }],
      [`a=1; ${NONE}`, HERE, 'not-applicable', { policy: 'block' }],
      [`a=1; ${NONE}`, HERE, 'not-applicable', { cause: image('https://www.a.test'), policy: 'block' }],
      [`a=1; ${NONE}`, HERE, 'third-party-blocked', { cause: image(OTHER), policy: 'block' }],
      [`a=1; ${NONE}`, HERE, 'third-party-blocked', { cause: script(OTHER), policy: 'block' }],
      [`a=1; ${NONE}`, HERE, 'third-party-blocked', { cause: image('https://a.test', OTHER), policy: 'block' }],
      [`a=1; ${NONE}; Partitioned`, HERE, 'passed', { cause: image(OTHER), policy: 'block' }],
      [`a=1; ${NONE}`, HERE, 'passed', { cause: image(OTHER), policy: 'partition' }],
      [`a=1; ${NONE}`, HERE, 'cannot tell: third-party-setting', { cause: image(OTHER), policy: UNKNOWN_POLICY }],
      [`a=1; ${NONE}`, HERE, 'not-applicable', { policy: UNKNOWN_POLICY }],
      [
        `a=1; ${NONE}`,
        HERE,
        'cannot tell: frame-document',
        {
          cause: image(OTHER),
          policy: 'block',
          unknown: { siteForCookies: { unknown: 'frame-document' }, ancestors: { unknown: 'frame-document' } },
        },
      ],
    ],
  },
  {
    step: 'set-overwrite-http-only',
    section: '§5.7 step 23.2',
    examples: [
      ['a=2', HERE, 'not-applicable', { cause: script() }],
      ['a=2', HERE, 'not-applicable', { before: [['a=1; HttpOnly', HERE]] }],
      ['a=2', HERE, 'passed', { cause: script(), before: [['a=1', HERE]] }],
      ['a=2', HERE, 'overwrite-http-only', { cause: script(), before: [['a=1; HttpOnly', HERE]] }],
      // Of another path it is another cookie.
      ['a=2; Path=/x', HERE, 'not-applicable', { cause: script(), before: [['a=1; HttpOnly; Path=/', HERE]] }],
    ],
  },
  {
    step: 'set-limit',
    section: '§6.1',
    examples: [
      ['a=1', HERE, 'not-applicable', { before: secureCookies(179) }],
      ['a=1', HERE, ['not-applicable', 'passed', 'limit-secure-only-left'], { before: secureCookies(180) }],
      ['a=1; Secure', HERE, ['not-applicable', 'passed', 'passed'], { before: secureCookies(180) }],
      // In the place of one that is there already.
      ['s1=2', HERE, 'not-applicable', { before: secureCookies(180) }],
      ['a=1', HERE, ['not-applicable', 'passed', 'passed'], { before: [['b=1', HERE], ...secureCookies(179)] }],
    ],
  },
];

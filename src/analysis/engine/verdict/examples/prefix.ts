import { type SetTable, script } from './example';

const HERE = 'https://a.test/';
const PLAIN = 'http://a.test/';

/** What a name promises by its beginning. */
export const PREFIX_EXAMPLES: readonly SetTable[] = [
  {
    step: 'set-prefix-secure',
    section: '§5.7 step 20',
    examples: [
      ['a=1', HERE, 'not-applicable'],
      ['__Host-a=1; Secure; Path=/', HERE, 'not-applicable'],
      ['__Secure-a=1; Secure', HERE, 'passed'],
      ['__Secure-a=1', HERE, 'prefix-secure'],
      ['__sECURE-a=1', HERE, 'prefix-secure'],
      ['__Secure-=1', HERE, 'prefix-secure'],
      ['_Secure-a=1', HERE, 'not-applicable'],
      ['x__Secure-a=1', HERE, 'not-applicable'],
      // Over http both browsers blame the prefix as well as Secure.
      ['__Secure-a=1; Secure', PLAIN, ['passed', 'prefix-secure', 'prefix-secure']],
    ],
  },
  {
    step: 'set-prefix-host',
    section: '§5.7 step 21',
    examples: [
      ['a=1', HERE, 'not-applicable'],
      ['__Secure-a=1; Secure', HERE, 'not-applicable'],
      ['__Host-a=1; Secure; Path=/', HERE, 'passed'],
      ['__host-a=1; Secure; Path=/', HERE, 'passed'],
      ['__Host-a=1; Path=/', HERE, 'prefix-host-secure'],
      ['__Host-a=1; Secure; Path=/; Domain=a.test', HERE, 'prefix-host-domain'],
      ['__Host-a=1; Secure; Path=/; Domain=', HERE, 'passed'],
      ['__Host-a=1; Secure; Path=/; Domain=.', HERE, 'prefix-host-domain'],
      // On a public suffix Domain makes no domain cookie, and Chromium refuses it all the same.
      ['__Host-a=1; Secure; Path=/; Domain=github.io', 'https://github.io/', ['passed', 'prefix-host-domain', 'passed']],
      ['__Host-a=1; Secure; Path=/; Domain=127.0.0.1', 'https://127.0.0.1/', ['prefix-host-domain', 'passed', 'passed']],
      ['__Host-a=1; Secure; Path=/x', HERE, 'prefix-host-path'],
      // Firefox is content with the default path.
      ['__Host-a=1; Secure', HERE, ['prefix-host-path', 'prefix-host-path', 'passed']],
      ['__Host-a=1; Secure', 'https://a.test/x/y', 'prefix-host-path'],
      ['__Host-a=1; Secure; Path=x', 'https://a.test/x/y', 'prefix-host-path'],
      ['__Host-a=1; Secure; Path=/', PLAIN, ['passed', 'prefix-host-secure', 'prefix-host-secure']],
      ['__Host-a=1; Secure; Path=/', 'http://localhost/', 'passed'],
      ['__Host-Http-a=1; Secure; HttpOnly; Path=/x', HERE, 'prefix-host-path'],
    ],
  },
  {
    step: 'set-prefix-http',
    section: 'layered-cookies',
    examples: [
      ['a=1', HERE, 'not-applicable'],
      ['__Host-a=1; Secure; Path=/', HERE, 'not-applicable'],
      ['__Http-a=1; Secure; HttpOnly', HERE, 'passed'],
      ['__Host-Http-a=1; Secure; HttpOnly; Path=/', HERE, 'passed'],
      ['__Http-a=1; HttpOnly', HERE, 'prefix-http-secure'],
      ['__hTTp-a=1; Secure', HERE, 'prefix-http-http-only'],
      ['__Host-Http-a=1; Secure; Path=/', HERE, 'prefix-http-http-only'],
      ['__Http-a=1; Secure; HttpOnly', HERE, 'prefix-http-from-script', { cause: script() }],
      ['__Http-a=1; Secure; HttpOnly', PLAIN, ['passed', 'prefix-http-secure', 'prefix-http-secure']],
    ],
  },
  {
    step: 'set-prefix-hidden',
    section: '§5.7 step 22',
    examples: [
      ['a=__Secure-b', HERE, 'not-applicable'],
      ['=__Secure', HERE, 'passed'],
      ['=__Secure-b', HERE, 'prefix-hidden'],
      ['=__Host-b=1', HERE, 'prefix-hidden'],
      ['=__HTTP-b', HERE, 'prefix-hidden'],
      // Firefox takes a line without an equals sign for a name, which another step looks at.
      ['__Host-b', HERE, ['prefix-hidden', 'prefix-hidden', 'not-applicable']],
      ['b', HERE, ['passed', 'passed', 'not-applicable']],
    ],
  },
];

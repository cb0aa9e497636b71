import { type SetTable, script } from './example';

const HERE = 'https://a.test/';

/** URL, octets, name and value. */
export const LINE_EXAMPLES: readonly SetTable[] = [
  {
    step: 'set-url',
    section: '§5.7',
    examples: [
      ['a=1', HERE, 'passed'],
      ['a=1', 'http://a.test/', 'passed'],
      ['a=1', 'ws://a.test/', 'passed'],
      ['a=1', 'wss://a.test/', 'passed'],
      ['a=1', 'ftp://a.test/', 'scheme-not-cookieable'],
      ['a=1', 'chrome-extension://abcdef/', 'scheme-not-cookieable'],
      ['a=1', 'about:blank', 'cannot tell: url'],
    ],
  },
  {
    step: 'set-control-characters',
    section: '§5.6 step 1',
    examples: [
      ['a=1', HERE, 'passed'],
      ['a=1\tb', HERE, 'passed'],
      ['a=1\x80', HERE, 'passed'],
      ['a=1\x01', HERE, 'syntax-control-character'],
      ['a\x1f=1', HERE, 'syntax-control-character'],
      ['a=1\x7f', HERE, 'syntax-control-character'],
      ['a=1; Path=/\x0b', HERE, 'syntax-control-character'],
      ['a=1; unknown=\x08', HERE, 'syntax-control-character'],
      ['a=1\x00', HERE, 'syntax-control-character', { cause: script() }],
      ['a=1\n', HERE, 'syntax-control-character', { cause: script() }],
    ],
  },
  {
    step: 'set-tab',
    section: 'browsers',
    examples: [
      ['a=1', HERE, ['not-applicable', 'passed', 'not-applicable']],
      ['\ta\t=\t1\t;\tSecure\t', HERE, ['not-applicable', 'passed', 'not-applicable']],
      ['a=1\tb', HERE, ['not-applicable', 'syntax-tab', 'not-applicable']],
      ['a\tb=1', HERE, ['not-applicable', 'syntax-tab', 'not-applicable']],
      ['a=1; unknown=x\ty', HERE, ['not-applicable', 'syntax-tab', 'not-applicable']],
      ['a=1; un\tknown', HERE, ['not-applicable', 'syntax-tab', 'not-applicable']],
    ],
  },
  {
    step: 'set-empty',
    section: '§5.7 step 2',
    examples: [
      ['a=1', HERE, 'passed'],
      ['a=', HERE, 'passed'],
      ['=1', HERE, 'passed'],
      ['a', HERE, 'passed'],
      ['=', HERE, 'syntax-empty'],
      [' = ; Secure', HERE, 'syntax-empty'],
      ['; Secure', HERE, 'syntax-empty'],
    ],
  },
  {
    step: 'set-pair-size',
    section: '§5.7 step 4',
    examples: [
      // The equals sign is not counted.
      [`a=${'v'.repeat(4095)}`, HERE, 'passed'],
      [`a=${'v'.repeat(4096)}`, HERE, 'syntax-pair-too-long'],
      [`${'n'.repeat(4096)}=`, HERE, 'passed'],
      [`${'n'.repeat(4097)}=`, HERE, 'syntax-pair-too-long'],
      [`${'n'.repeat(2000)}=${'v'.repeat(2097)}`, HERE, 'syntax-pair-too-long'],
      ['v'.repeat(4096), HERE, 'passed'],
      ['v'.repeat(4097), HERE, 'syntax-pair-too-long'],
      // Octets count, not characters: 2049 times é.
      [`a=${'\xc3\xa9'.repeat(2048)}`, HERE, 'syntax-pair-too-long'],
      [`a=1; unknown=${'v'.repeat(5000)}`, HERE, 'passed'],
    ],
  },
  {
    step: 'set-nameless',
    section: 'browsers',
    examples: [
      ['a=1', HERE, 'not-applicable'],
      ['=1', HERE, ['passed', 'passed', 'syntax-nameless']],
      ['=a=1', HERE, ['passed', 'syntax-nameless-equals', 'syntax-nameless']],
      // Firefox takes a line without an equals sign for a name.
      ['a', HERE, ['passed', 'passed', 'not-applicable']],
    ],
  },
];

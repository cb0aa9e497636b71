import { composedDate, dateValue } from './dates';
import { domainValue } from './hosts';
import type { Chance } from './random';
import { maxAgeValue, pathValue, sameSiteValue } from './values';

export interface LineSetting {
  /** Host of the response. */
  readonly host: string;
  /** Makes the values of one case differ. */
  readonly serial: number;
  /** Through document.cookie: NUL, CR and LF may occur. */
  readonly script: boolean;
}

const NAMES = ['$x', 'a', 'b', 'c', 'sid', 'SID', 'user.id', '_ga', 'lang', 'csrf-token', 'x_1'];
const ODD_NAMES = ['', ' a', 'a b', 'a\tb', '"a"', 'a@b', '{"a":1}', 'n\xc3\xa9', 'x\xe9', 'a'.repeat(60)];
const PREFIXES = [
  '__Secure-',
  '__Host-',
  '__Http-',
  '__Host-Http-',
  '__secure-',
  '__HOST-',
  '__hTTp-',
  '__host-http-',
  '__HostHttp-',
  '_Host-',
  '__Host',
  ' __Host-',
];

/** A line such as servers send: few attributes, well formed. */
export function ordinaryLine(chance: Chance, setting: LineSetting): string {
  const { host, serial } = setting;
  const name = chance.yes(0.2) ? chance.pick(PREFIXES) + chance.pick(NAMES) : chance.pick(NAMES);
  const attributes = chance.shuffle([
    ...(chance.yes(0.6) ? ['Path=/'] : []),
    ...(chance.yes(0.15) ? [`Path=${pathValue(chance)}`] : []),
    ...(chance.yes(0.3) ? [`Domain=${domainValue(chance, host)}`] : []),
    ...(chance.yes(0.6) ? ['Secure'] : []),
    ...(chance.yes(0.4) ? ['HttpOnly'] : []),
    ...(chance.yes(0.5) ? [`SameSite=${chance.pick(['Strict', 'Lax', 'None', 'None'])}`] : []),
    ...(chance.yes(0.3) ? [`Max-Age=${chance.pick(['3600', '86400', '63072000', '0', '-1'])}`] : []),
    ...(chance.yes(0.25) ? [`Expires=${dateValue(chance, true)}`] : []),
    ...(chance.yes(0.12) ? ['Partitioned'] : []),
    ...(chance.yes(0.1) ? [`Priority=${chance.pick(['Low', 'Medium', 'High'])}`] : []),
  ]);
  return [`${name}=${ordinaryValue(chance, serial)}`, ...attributes].join('; ');
}

/** A line that no careful server would send. */
export function hostileLine(chance: Chance, setting: LineSetting): string {
  const pair = hostilePair(chance, setting.serial);
  const attributes = Array.from({ length: chance.below(6) }, () => hostileAttribute(chance, setting));
  let line = pair;
  for (const attribute of attributes) line += chance.pick([';', '; ', ';', '; ', ' ; ', ';;', ';\t', '; ;']) + attribute;
  if (chance.yes(0.05)) line += ';';
  if (chance.yes(0.06)) line = withOctet(chance, line, setting.script);
  return line;
}

function hostilePair(chance: Chance, serial: number): string {
  const value = `k${serial}`;
  return chance.pick([
    () => `${chance.pick(NAMES)}=${hostileValue(chance, value)}`,
    () => `${chance.pick(ODD_NAMES)}=${value}`,
    () => `${chance.pick(PREFIXES)}${chance.pick(['', 'a', 'sid'])}=${value}`,
    () => `${chance.pick(PREFIXES)}${chance.pick(['', 'a', 'sid'])} = ${value}`,
    () => value,
    () => `=${value}`,
    () => `=${chance.pick(PREFIXES)}${value}`,
    () => `${chance.pick(PREFIXES)}${value}`,
    () => `=${value}=x`,
    () => ` \t ${chance.pick(NAMES)} \t = \t ${value} \t `,
    () => chance.pick(['', '=', ' = ', ';', ' ']),
    () => sized(chance, value),
  ])();
}

function hostileValue(chance: Chance, value: string): string {
  return chance.pick([
    `"${value}"`,
    `"${value}`,
    `${value} x`,
    `${value},b`,
    `${value}=b==`,
    `<b>${value}</b>`,
    `${value}\xc3\xa9`,
    `${value}\xe9`,
    `${value}\xff\xfe`,
    `${value}\tx`,
    `\t${value}\t`,
    `${value}%3B%00`,
    `{"k":"${value}"}`,
    `${value}|a:b,c`,
    '',
    `${value}\\`,
    `${value}\xe2\x80\x8b`,
  ]);
}

/** Around the limits of 4096 octets for name and value together. */
function sized(chance: Chance, value: string): string {
  const size = 4096 + chance.pick([-1, 0, 0, 1, 2, 900]);
  const name = chance.pick(['big', 'n'.repeat(1000)]);
  return `${name}=${value}${'v'.repeat(size - name.length - value.length)}`;
}

function hostileAttribute(chance: Chance, setting: LineSetting): string {
  const space = () => chance.pick(['', '', '', ' ', '\t']);
  const named = (name: string, value: string) => `${space()}${cased(chance, name)}${space()}=${space()}${value}${space()}`;
  return chance.pick([
    () => named('Domain', domainValue(chance, setting.host)),
    () => named('Path', pathValue(chance)),
    () => named('Max-Age', maxAgeValue(chance)),
    () => named('Expires', dateValue(chance, false)),
    () => named('SameSite', sameSiteValue(chance)),
    () => cased(chance, 'SameSite'),
    () => cased(chance, 'Secure') + chance.pick(['', '', '=', '=false', '= 1', `=${'s'.repeat(1025)}`]),
    () => cased(chance, 'HttpOnly') + chance.pick(['', '', '=', '=false', `=${'s'.repeat(1025)}`]),
    () => cased(chance, 'Partitioned') + chance.pick(['', '', '', '=0']),
    () => cased(chance, 'Secure'),
    () => named('Priority', chance.pick(['Low', 'high', 'Medium', '', 'urgent'])),
    () =>
      chance.pick([
        'Http-Only',
        '"Secure"',
        'Sec ure',
        'Partition',
        'foo=bar',
        'x',
        'Max Age=1',
        'Secured',
        'Path',
        'Domain',
        'Max-Age',
        'Path /',
        'Secure HttpOnly',
        'Version=1',
        '"',
        ',',
      ]),
    () => `${chance.pick(['Path', 'Domain', 'x'])}=${'/'.padEnd(chance.pick([1023, 1024, 1025]), 'p')}`,
  ])();
}

function ordinaryValue(chance: Chance, serial: number): string {
  const value = `k${serial}`;
  return chance.pick([value, value, value, `${value}-${chance.below(100000)}`, `${value}abc==`, `${value}%20x`, `"${value}"`]);
}

const cased = (chance: Chance, word: string): string => chance.pick([word, word, word.toLowerCase(), word.toUpperCase()]);

/** HTTP lets TAB and most control octets through; NUL, CR and LF reach a parser only from script. */
function withOctet(chance: Chance, line: string, script: boolean): string {
  const at = chance.below(line.length + 1);
  const octet = chance.pick([
    ...(script ? ['\x00', '\n', '\r'] : []),
    ...[
      '\x01',
      '\x08',
      '\x0b',
      '\x0e',
      '\x1f',
      '\x7f',
      '\t',
      '\x85',
      '\xa0',
      '\xc3\xa9',
      '\xe2\x80\xa8',
      '\xf0\x9f\x98\x80',
      '\xff',
      '"',
    ],
  ]);
  return line.slice(0, at) + octet + line.slice(at);
}

/** A line about its date alone. */
export const datedLine = (chance: Chance, serial: number): string =>
  `d${serial}=k${serial}; Path=/; Expires=${composedDate(chance)}`;

import type { Bytes } from '../../engine/base/units';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import type { LineSubject } from '../subject/subject';

/** Shorter values are equal by chance or meant to be (`?lang=de`). */
const SHORTEST = 6;

export const valueFromRequest = defineRule({
  id: 'value-from-request',
  scope: 'line',
  // Preferences, campaigns and analytics ids are meant to be taken from the address.
  severity: {
    otherwise: null,
    'session-id': 'error',
    'auth-token': 'warning',
    'remember-me': 'warning',
    'csrf-token': 'warning',
    cart: 'note',
    'feature-flag': 'note',
  },
  harm: 'session-taken',
  points: { error: 30, warning: 10, note: 3 },
  column: 'value',
  title: 'Do not take a cookie’s value from the request',
  why: s`If a link can set the cookie’s value, whoever writes the link chooses it: an id known beforehand (session fixation), or a value that means something to the server.`,
  links: [wstg('03'), asvs('7.2.4'), cwe(565), SECURE_COOKIES],
  applies: (line) => !line.deletes && line.read.value.length >= SHORTEST,
  check: (line) => {
    const parameter = parameterWith(line);
    return parameter === null ? pass : fail({ parameter });
  },
  heading: (line) => s`Do not take the value of ${line.read.name} from the request`,
  statements: (line, { parameter }) => [
    observed(s`The response sets it to what the address has as ${parameter}.`, line.places),
    predicted(s`A link can set it to anything.`),
  ],
  fix: () =>
    byAction(
      'rotate-id',
      s`Create ids on the server, and never accept one from a request. Check other values against a list of allowed ones.`,
    ),
});

export const examples = (): Examples => [
  aLine('an id from the address', 'fail', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
    ask: 'GET https://shop.example/?sid=31d4d96e407aad42',
  }),
  aLine('an id of the server’s own', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
    ask: 'GET https://shop.example/?page=products',
  }),
  aLine('a language from the address is what it is for', 'not-applicable', 'locale=de-CH-1996; Path=/; Secure', {
    role: 'preference',
    ask: 'GET https://shop.example/?locale=de-CH-1996',
  }),
];

function parameterWith({ exchange, read }: LineSubject): string | null {
  const query = /\?([^#]*)/.exec(exchange.url)?.[1] ?? '';
  const wanted = decoded(read.value);
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2);
    if (value !== '' && decoded(value) === wanted) return name as Bytes;
  }
  return null;
}

const decoded = (text: string): string =>
  text.replace(/\+/g, ' ').replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

import type { Bytes } from '../../engine/base/units';
import { encodedValue } from '../../fixes/encoded-value';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';

/** What the server's grammar does not allow in a value, octets above ASCII aside. @see RFC 6265bis §4.1.1, cookie-octet */
const OUTSIDE = /[ ",\\\t]/g;

const NAMES: Readonly<Record<string, string>> = { ' ': 'space', '"': 'quote', ',': 'comma', '\\': 'backslash', '\t': 'tab' };

export const valueUnencoded = defineRule({
  id: 'value-unencoded',
  scope: 'line',
  severity: always('note'),
  harm: 'none',
  points: { error: 2, warning: 2, note: 2 },
  column: 'value',
  title: 'Encode the value',
  why: s`Spaces, quotes, commas and backslashes are not allowed by the standard. Browsers keep them, but servers, proxies and libraries cut or quote the value there, each in its own way.`,
  links: [rfc('4.1.1'), mdnSetCookie('cookie-namecookie-value')],
  applies: (line) => !line.deletes && line.read.value !== '',
  check: ({ read }) => {
    const outside = new Set(unquoted(read.value).match(OUTSIDE) ?? []);
    return outside.size === 0 ? pass : fail({ which: [...outside].map((char) => NAMES[char] ?? 'other') });
  },
  heading: (line) => s`Encode the value of ${line.read.name}`,
  statements: (line, { which }) => [
    observed(s`Its value contains ${listOf(which)} unencoded.`, line.places),
    predicted(s`Browsers keep and send them; the code that reads the cookie may not.`),
  ],
  fix: (line) =>
    byLine(
      line.read,
      s`Percent-encode the value (${'encodeURIComponent'}, ${'urlencode'}, ${'quote'}) and decode it where it is read.`,
      [{ kind: 'value', value: encodedValue(line.read.value) }],
    ),
});

export const examples = (): Examples => [
  aLine('a name with a space', 'fail', 'greeting=Hello, Ann; Path=/; Secure', { role: 'preference' }),
  aLine('JSON as it is', 'fail', 'prefs={"size":"big","colour":"red"}; Path=/; Secure', { role: 'preference' }),
  aLine('percent-encoded', 'pass', 'greeting=Hello%2C%20Ann; Path=/; Secure', { role: 'preference' }),
  aLine('quotes around all of it are allowed', 'pass', 'greeting="Hello"; Path=/; Secure', { role: 'preference' }),
];

/** Quotes around the whole value are in the grammar. */
const unquoted = (value: Bytes): string => (/^".*"$/.test(value) ? value.slice(1, -1) : value);

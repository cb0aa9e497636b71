import type { Bytes } from '../../engine/base/units';
import { prefixOf } from '../../engine/header/prefix';
import { PREFIX_CHANGES } from '../../fixes/prefix';
import { defineRule, fail, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { asvs, mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

/** Nearly a prefix: one underscore or three, an underscore for the dash, the combined one without its inner dash. */
export const LOOK_ALIKE = /^(?:_{1,3})(secure|host-?http|host_http|http-?host|host|http)(?:[-_]|$)/i;

const MEANT: Readonly<Record<string, string>> = {
  secure: '__Secure-',
  host: '__Host-',
  http: '__Http-',
};

export const prefixLookAlike = defineRule({
  id: 'prefix-look-alike',
  scope: 'line',
  severity: credentials('warning', 'note'),
  harm: 'session-exposed',
  points: { error: 6, warning: 6, note: 2 },
  column: 'name',
  title: 'Write the prefix exactly',
  why: s`Browsers check four prefixes, letter by letter: ${'__Secure-'}, ${'__Host-'}, ${'__Http-'} and ${'__Host-Http-'}. A name that only looks like one has no requirements that anything checks.`,
  links: [rfc('4.1.3'), mdnSetCookie('cookie_prefixes'), asvs('3.3.1')],
  applies: (line) => line.read.name.startsWith('_'),
  check: (line) => {
    if (prefixOf(line.read.name) !== 'none') return pass;
    const found = LOOK_ALIKE.exec(line.read.name);
    if (found === null) return pass;
    const meant = MEANT[(found[1] ?? '').toLowerCase()] ?? '__Host-Http-';
    return fail({ meant, name: (meant + line.read.name.slice(found[0].length)) as Bytes });
  },
  heading: (line, { meant }) => s`Write ${meant} in ${line.read.name} exactly`,
  statements: (line, { meant }) => [predicted(s`Browsers treat it as a name like any other, not as ${meant}.`, line.places)],
  fix: (line, { meant, name }) =>
    byLine(line.read, s`Rename it ${name}, and meet the requirements of ${meant}.`, [
      { kind: 'rename', name },
      ...PREFIX_CHANGES[prefixOf(name)],
    ]),
});

export const examples = (): Examples => [
  aLine('one underscore', 'fail', '_Host-sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', { role: 'session-id' }),
  aLine('an underscore for the dash', 'fail', '__Host_sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', { role: 'session-id' }),
  aLine('the first name of __Host-Http-, now ordinary', 'fail', '__HostHttp-sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
  }),
  aLine('the prefix in other case is still the prefix', 'pass', '__host-sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
  }),
  aLine('a name that begins like Google’s', 'pass', '_ga=GA1.1.90; Path=/; Secure', { role: 'analytics' }),
];

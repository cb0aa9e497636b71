import { PROFILES } from '../../engine/base/profile';
import { parseCookieDate } from '../../engine/header/cookie-date';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdn, mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

/** As HTTP writes dates: Sun, 06 Nov 1994 08:49:37 GMT; and with dashes, as the first cookies had it. */
const PROPER = /^(?:mon|tue|wed|thu|fri|sat|sun), \d{2}[ -][a-z]{3}[ -]\d{4} \d{2}:\d{2}:\d{2} gmt$/i;

export const expiresInvalid = defineRule({
  id: 'expires-invalid',
  scope: 'line',
  severity: always('warning'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 2 },
  column: 'expires',
  title: 'Write Expires as an HTTP date',
  why: s`${'Expires'} is a date such as ${'Wed, 21 Oct 2026 07:28:00 GMT'}. Other forms are read differently by different browsers or not at all; then the cookie is deleted when the browser closes.`,
  links: [rfc('5.6.1'), mdnSetCookie('expiresdate'), mdn('Date', 'Reference/Headers/Date')],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === 'expires'),
  check: (line) => {
    const last = line.read.attributes.findLast((attribute) => attribute.known === 'expires');
    if (last === undefined || PROPER.test(last.value)) return pass;
    const dates = PROFILES.map((profile) => parseCookieDate(last.value, profile));
    const reading = dates.every((date) => date === null) ? 'none' : new Set(dates).size === 1 ? 'odd' : 'different';
    return fail({ written: last.value, reading } as const);
  },
  mitigated: (line, { reading }) => reading === 'odd' || line.read.maxAge !== null,
  heading: (line) => s`Write Expires of ${line.read.name} as an HTTP date`,
  statements: (line, { written, reading }) => [
    observed(s`The line says ${`Expires=${written}`}.`, line.places),
    predicted(
      reading === 'none'
        ? s`No browser reads it as a date: the cookie is deleted when the browser closes.`
        : reading === 'different'
          ? s`Chrome and Firefox read it differently.`
          : s`Chrome and Firefox read it alike, though it is not in the form of the standard.`,
    ),
  ],
  fix: (line) =>
    byLine(
      line.read,
      s`Write the date as HTTP does, or give ${'Max-Age'} in seconds, which depends on no clock or time zone.`,
      [],
    ),
});

export const examples = (): Examples => [
  aLine('an ISO date', 'fail', 'theme=dark; Expires=2027-01-31T10:00:00Z; Path=/; Secure', { role: 'preference' }),
  aLine('zero', 'fail', 'theme=dark; Expires=0; Path=/; Secure', { role: 'preference' }),
  aLine('a proper date', 'pass', 'theme=dark; Expires=Sun, 31 Jan 2027 10:00:00 GMT; Path=/; Secure', { role: 'preference' }),
  aLine('the old form with dashes', 'pass', 'theme=dark; Expires=Sun, 31-Jan-2027 10:00:00 GMT; Path=/; Secure', {
    role: 'preference',
  }),
];

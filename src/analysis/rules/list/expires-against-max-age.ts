import { type Seconds, seconds } from '../../engine/base/units';
import { parseCookieDate } from '../../engine/header/cookie-date';
import { parseMaxAge } from '../../engine/header/max-age';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { lasting, s } from '../engine/sentence';
import { always } from '../engine/severity';
import type { LineSubject } from '../subject/subject';

/** Servers and clocks are seldom further apart than this. */
const SLACK = 300;

export const expiresAgainstMaxAge = defineRule({
  id: 'expires-against-max-age',
  scope: 'line',
  severity: always('note'),
  harm: 'none',
  concerns: 'lifetime',
  points: { error: 2, warning: 2, note: 2 },
  column: 'expires',
  title: 'Let Expires and Max-Age agree',
  why: s`Where both are given, ${'Max-Age'} counts. Giving both is harmless while they agree, and many frameworks do so for very old browsers; when they differ, one of them is not what you expect.`,
  links: [rfc('5.7'), mdnSetCookie('max-agenumber')],
  applies: (line) => line.read.maxAge !== null && line.read.expires !== null,
  check: (line) => {
    const both = lifetimes(line);
    if (both === null) return pass;
    const { byAge, byDate } = both;
    const bothGone = byAge <= 0 && byDate <= SLACK;
    const apart = Math.abs(byAge - byDate);
    return bothGone || apart <= Math.max(SLACK, byAge / 100) ? pass : fail(both);
  },
  heading: (line) => s`Let Expires and Max-Age of ${line.read.name} agree`,
  statements: (line, { byAge, byDate }) => [
    observed(
      byAge <= 0
        ? s`${'Max-Age'} deletes the cookie, ${'Expires'} keeps it for ${lasting(byDate)}.`
        : byDate <= 0
          ? s`${'Max-Age'} keeps it for ${lasting(byAge)}, ${'Expires'} is in the past.`
          : s`${'Max-Age'} keeps it for ${lasting(byAge)}, ${'Expires'} for ${lasting(byDate)}.`,
      line.places,
    ),
    predicted(s`Browsers follow ${'Max-Age'}.`),
  ],
  fix: (line) => byLine(line.read, s`Leave ${'Expires'} out.`, [{ kind: 'drop', attribute: 'expires' }]),
});

export const examples = (): Examples => [
  aLine('an hour against years', 'fail', 'cart=7; Max-Age=3600; Expires=Fri, 31 Dec 2027 23:59:59 GMT; Path=/; Secure', {
    role: 'cart',
  }),
  aLine('both say the same', 'pass', 'cart=7; Max-Age=86400; Expires=Tue, 24 Nov 2026 12:00:00 GMT; Path=/; Secure', {
    role: 'cart',
  }),
  aLine('both delete', 'pass', 'cart=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; Secure', { role: 'cart' }),
];

/** What each attribute asks for, from the response's own time; null = one of them is not readable. */
function lifetimes({ read, exchange }: LineSubject): { readonly byAge: Seconds; readonly byDate: Seconds } | null {
  const age = read.maxAge === null ? null : parseMaxAge(read.maxAge);
  const date = read.expires === null ? null : parseCookieDate(read.expires);
  if (age === null || date === null) return null;
  const header = exchange.received?.date ?? null;
  const now = (header === null ? null : parseCookieDate(header)) ?? exchange.received?.at ?? exchange.at;
  return { byAge: age, byDate: seconds(Math.round((date - now) / 1000)) };
}

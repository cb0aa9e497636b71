import { type Seconds, seconds } from '../../engine/base/units';
import { parseCookieDate } from '../../engine/header/cookie-date';
import { defineRule, fail, observed, pass, predicted, unknown } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdn, mdnSetCookie, rfc } from '../engine/link';
import { lasting, s } from '../engine/sentence';
import { always } from '../engine/severity';

const TOLERABLE = 300;

export const clockSkew = defineRule({
  id: 'clock-skew',
  scope: 'line',
  severity: always('note'),
  harm: 'cookie-broken',
  points: { error: 1, warning: 1, note: 1 },
  column: 'expires',
  title: 'Set the server’s clock, or use Max-Age',
  why: s`${'Expires'} is a point in time, so browser and server must agree on the time. Chrome and Firefox correct for the ${'Date'} header; the standard does not require that.`,
  links: [rfc('5.6.1'), mdnSetCookie('expiresdate'), mdn('Date', 'Reference/Headers/Date')],
  applies: (line) => !line.deletes && line.read.expires !== null && line.read.maxAge === null,
  check: ({ exchange }) => {
    const { received } = exchange;
    const server = received?.date == null ? null : parseCookieDate(received.date);
    if (received === null || server === null) return unknown(s`the server’s time: the response has no ${'Date'}`);
    // A response from a cache tells the time at which it was made.
    if (exchange.fromCache) return unknown(s`the server’s time: the response came from the cache`);
    const off = Math.round((server - received.at) / 1000);
    return Math.abs(off) > TOLERABLE ? fail({ off: seconds(Math.abs(off)), ahead: off > 0 }) : pass;
  },
  heading: (line) => s`Set the clock of ${line.host}, or give ${line.read.name} Max-Age`,
  statements: (line, { off, ahead }) => [
    observed(
      s`The server’s ${'Date'} is ${lasting(off as Seconds)} ${[ahead ? 'ahead of' : 'behind']} this browser.`,
      line.places,
    ),
    predicted(s`A browser that does not correct for it keeps the cookie that much ${[ahead ? 'longer' : 'shorter']}.`),
  ],
  fix: (line) =>
    byLine(line.read, s`Use ${'Max-Age'}, which does not depend on a clock, and synchronise the server’s clock (NTP).`, []),
});

export const examples = (): Examples => [
  aLine('a server that is an hour behind', 'fail', 'theme=dark; Expires=Tue, 24 Nov 2026 12:00:00 GMT; Path=/; Secure', {
    role: 'preference',
    answers: { date: 'Mon, 23 Nov 2026 11:00:00 GMT' },
  }),
  aLine('a server on time', 'pass', 'theme=dark; Expires=Tue, 24 Nov 2026 12:00:00 GMT; Path=/; Secure', {
    role: 'preference',
    answers: { date: 'Mon, 23 Nov 2026 12:00:00 GMT' },
  }),
  aLine('no Date header', 'unknown', 'theme=dark; Expires=Tue, 24 Nov 2026 12:00:00 GMT; Path=/; Secure', {
    role: 'preference',
  }),
];

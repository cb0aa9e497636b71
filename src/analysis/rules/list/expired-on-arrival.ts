import { type Seconds, seconds } from '../../engine/base/units';
import { parseCookieDate } from '../../engine/header/cookie-date';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { lasting, s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';
import { outcomeOf } from '../subject/cookie-record';

export const expiredOnArrival = defineRule({
  id: 'expired-on-arrival',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'expires',
  title: 'Give the cookie an expiry in the future',
  why: s`A line whose ${'Expires'} is in the past when it arrives sets nothing and deletes the existing cookie. With a value and today’s date that is hardly intended: the server’s clock is behind, or it writes local time as ${'GMT'}.`,
  links: [rfc('5.7'), mdnSetCookie('expiresdate')],
  applies: ({ deletes }) => deletes,
  check: ({ set, exchange }) => {
    if (outcomeOf(set) !== 'dead-on-arrival') return pass;
    const at = exchange.received?.at ?? exchange.at;
    const until = parseCookieDate(set.parsed.expires ?? ('' as typeof set.line));
    const server = exchange.received?.date == null ? null : parseCookieDate(exchange.received.date);
    return fail({
      late: until === null ? null : seconds(Math.max(0, Math.round((at - until) / 1000))),
      off: server === null ? null : seconds(Math.abs(Math.round((server - at) / 1000))),
      hasDate: server !== null,
    });
  },
  heading: (line) => s`Give ${line.read.name} an expiry in the future`,
  statements: (line, { late, off, hasDate }) => [
    observed(
      late === null
        ? s`Its ${'Expires'} was in the past when the line arrived.`
        : s`Its ${'Expires'} was ${lasting(late)} past when the line arrived.`,
      line.places,
    ),
    hasDate && off !== null
      ? observed(
          isOff(off)
            ? s`The server’s ${'Date'} is ${lasting(off)} off this browser’s clock.`
            : s`The server’s ${'Date'} agrees with this browser’s clock: it is the date in the line that is wrong.`,
        )
      : predicted(s`The response has no ${'Date'}: whether the server’s clock is behind cannot be read from it.`),
  ],
  fix: () =>
    byAction(
      null,
      s`Write ${'Max-Age'} instead, which does not depend on a clock. Synchronise the server’s clock (NTP), and write ${'Expires'} in ${'GMT'}, not in local time.`,
    ),
});

/** Further apart than a response takes and clocks drift. */
const isOff = (by: Seconds): boolean => by > 60;

export const examples = (): Examples => [
  {
    title: 'a session with a date of an hour ago',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        sets: ['sid=31d4d96e407aad42; Path=/; Expires=Mon, 23 Nov 2026 11:00:00 GMT; Secure; HttpOnly'],
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    title: 'a deletion',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      {
        ask: 'POST https://shop.example/logout',
        sends: 'sid=31d4d96e407aad42',
        sets: ['sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
];

import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byCookie } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { requestText } from '../engine/request-words';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { ROOT_PATH } from '../engine/withheld-fix';

export const pathLeftOut = defineRule({
  id: 'path-left-out',
  scope: 'cookie',
  severity: { ...credentials('error', 'warning'), 'csrf-token': 'error', 'sign-in-transaction': 'error' },
  harm: 'cookie-broken',
  points: { error: 20, warning: 8, note: 3 },
  column: 'path',
  title: 'Write Path=/ instead of leaving Path out',
  why: s`Without ${'Path'} the directory of the URL that set the cookie counts. What ${'/api/session/new'} sets is sent only to ${'/api/session/…'}; other pages never get it.`,
  links: [rfc('5.1.4'), mdnSetCookie('pathpath-value')],
  applies: ({ last, party, path }) => last !== null && party === 'own' && path !== '/',
  check: (cookie) => {
    const first = cookie.missed.find(({ reason }) => reason === 'path-mismatch');
    // Under a path that was written down it may well be meant to stay: a refresh token is.
    const isWritten = cookie.lines.length === 0 || cookie.lines.some(({ read }) => read.path?.startsWith('/'));
    return first === undefined || isWritten ? pass : fail(first);
  },
  heading: (cookie) => s`Say Path=/ on ${cookie.name}`,
  statements: (cookie, { exchange }) => [
    observed(s`No line for it has ${'Path'}: ${cookie.path}, the directory of the URL, was used.`, cookie.lines[0]?.places ?? []),
    observed(s`${requestText(exchange)} was sent without it and answered with ${[String(exchange.status ?? '')]}.`, [
      { row: exchange.id, line: null },
    ]),
    predicted(s`No request outside ${cookie.path} ever gets it.`),
  ],
  fix: (cookie) =>
    byCookie(cookie, s`Write ${'Path=/'}: without it ${cookie.path} was used, the directory of the URL.`, [ROOT_PATH]),
});

export const examples = (): Examples => [
  {
    title: 'a session set by an address three folders deep',
    steps: [
      { ask: 'POST https://shop.example/api/session/x', sets: ['s=31d4d96e407aad42; Secure; HttpOnly; SameSite=Lax'] },
      { ask: 'GET https://shop.example/api/user', status: 401 },
    ],
    roles: { s: 'session-id' },
    of: 's',
    expect: 'fail',
  },
  {
    title: 'a refresh token for one path on purpose',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        sets: ['refresh=31d4d96e407aad42; Path=/token; Secure; HttpOnly; SameSite=Strict'],
      },
      { ask: 'GET https://shop.example/api/user', status: 401 },
    ],
    roles: { refresh: 'auth-token' },
    of: 'refresh',
    expect: 'pass',
  },
];

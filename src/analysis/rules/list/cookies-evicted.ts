import { byCount } from '../../session/shared/english';
import { isCredential } from '../../session/shared/role-kinds';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdn, rfc } from '../engine/link';
import { counted, listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';

export const cookiesEvicted = defineRule({
  id: 'cookies-evicted',
  scope: 'site',
  severity: always('error'),
  harm: 'cookie-broken',
  points: { error: 20, warning: 10, note: 3 },
  column: null,
  title: 'Set fewer cookies: the browser evicts some',
  why: s`Above 180 cookies of a site Chrome and Firefox evict about thirty at once, the least recently used first. If a session cookie is among them, the user is signed out, and the server does not learn of it.`,
  links: [rfc('6.1'), mdn('Cookies', 'Guides/Cookies')],
  applies: ({ evicted, cookies }) => evicted.length > 0 || cookies.length > 0,
  check: ({ evicted }) => {
    const lost = evicted.filter(({ role }) => isCredential(role) || role === 'csrf-token');
    return evicted.length === 0 ? pass : fail({ lost });
  },
  mitigated: (_, { lost }) => lost.length === 0,
  heading: ({ site }, { lost }) =>
    lost.length === 0
      ? s`Set fewer cookies on ${site}: the browser evicted some`
      : s`Set fewer cookies on ${site}: the browser evicted ${listOf(lost.map(({ name }) => name))}`,
  statements: ({ evicted, cookies }, { lost }) => [
    observed(
      s`${[counted(evicted.length, 'cookie')]} of this site ${[byCount(evicted.length, 'was', 'were')]} evicted to make room; ${[counted(cookies.length, 'cookie')]} ${[byCount(cookies.length, 'is', 'are')]} left.`,
      evicted.slice(0, 5).map(({ place }) => place),
    ),
    ...(lost.length > 0
      ? [
          observed(
            s`Among them: ${listOf(lost.map(({ name }) => name))}.`,
            lost.slice(0, 3).map(({ place }) => place),
          ),
        ]
      : []),
    predicted(s`The browser chooses which ones: it may be the session next time.`),
  ],
  fix: () =>
    byAction(
      null,
      s`Find out which part of the site sets a new name each time, and let it use one name. Store related data on the server.`,
    ),
});

export const examples = (): Examples => [
  {
    title: '200 cookies, of which some were thrown out, the session too',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      {
        ask: 'GET https://shop.example/a',
        sets: Array.from({ length: 185 }, (_, i) => `c${i}=1; Path=/; Secure`),
        evicts: ['sid=31d4d96e407aad42', 'c0=1', 'c1=1'],
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'a few cookies',
    steps: [{ ask: 'GET https://shop.example/', sets: ['theme=dark; Path=/; Secure'] }],
    expect: 'pass',
  },
];

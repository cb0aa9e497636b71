import { defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdn, rfc } from '../engine/link';
import { counted, s } from '../engine/sentence';
import { always } from '../engine/severity';

const ENOUGH = 10;

export const setEveryResponse = defineRule({
  id: 'set-every-response',
  scope: 'cookie',
  severity: always('note'),
  harm: 'none',
  points: { error: 1, warning: 1, note: 1 },
  column: 'name',
  title: 'Set a cookie when it changes',
  why: s`Setting a cookie again to the same value makes every response larger and keeps caches from storing it. Renewing a lifetime is a good reason, but a session cookie has none.`,
  links: [rfc('3'), mdn('Cookies', 'Guides/Cookies')],
  applies: (cookie) => cookie.last !== null && cookie.answered > 0,
  check: ({ repeated, answered }) => (repeated.count >= ENOUGH && repeated.count >= answered * 0.8 ? fail(null) : pass),
  heading: (cookie) => s`Set ${cookie.name} only when it changes`,
  statements: ({ repeated, answered }) => [
    observed(s`${[counted(repeated.count, 'response')]} of ${answered} set it again to the value it had.`, repeated.places),
  ],
  fix: () =>
    byAction(null, s`Send ${'Set-Cookie'} only when the value is new (express-session: ${'resave: false, rolling: false'}).`),
});

export const examples = (): Examples => [
  {
    title: 'every response sets the language again',
    steps: Array.from({ length: 12 }, (_, i) => ({
      ask: `GET https://shop.example/${i}`,
      ...(i === 0 ? {} : { sends: 'lang=en' }),
      sets: ['lang=en; Path=/; Secure; SameSite=Lax'],
    })),
    of: 'lang',
    expect: 'fail',
  },
  {
    title: 'set once',
    steps: Array.from({ length: 12 }, (_, i) => ({
      ask: `GET https://shop.example/${i}`,
      ...(i === 0 ? { sets: ['lang=en; Path=/; Secure; SameSite=Lax'] } : { sends: 'lang=en' }),
    })),
    of: 'lang',
    expect: 'pass',
  },
  {
    title: 'every response renews its hour',
    steps: Array.from({ length: 12 }, (_, i) => ({
      ask: `GET https://shop.example/${i}`,
      ...(i === 0 ? {} : { sends: 'sid=31d4d96e407aad42' }),
      sets: ['sid=31d4d96e407aad42; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax'],
    })),
    of: 'sid',
    expect: 'pass',
  },
];

import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdn, rfc } from '../engine/link';
import { counted, s } from '../engine/sentence';
import { always } from '../engine/severity';

export const namelessByScript = defineRule({
  id: 'nameless-by-script',
  scope: 'cookie',
  severity: always('warning'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 2 },
  column: 'name',
  title: 'Write name=value where a script sets cookies',
  why: s`${"document.cookie = 'abc'"} makes a cookie without a name in Chrome and one with the name ${'abc'} in Firefox. It is sent as a bare value with every request, which most servers drop or read as a name.`,
  links: [
    rfc('5.6'),
    mdn('Cookies', 'Guides/Cookies'),
    { label: 'MDN: document.cookie', url: 'https://developer.mozilla.org/en-US/docs/Web/API/Document/cookie' },
  ],
  applies: ({ lines, writes }) => lines.length === 0 && writes.length > 0,
  check: ({ name, writes }) => (name === '' ? fail({ count: writes.length }) : pass),
  heading: (cookie) => s`Give a name to the cookie that a page of ${cookie.domain} writes without one`,
  statements: (cookie, { count }) => [
    observed(
      s`A cookie without a name was added to the jar of ${cookie.domain} ${[counted(count, 'time')]}, and no recorded response set it.`,
      cookie.writes.slice(0, 5).map(({ id }) => ({ row: id, line: null })),
    ),
    ...(cookie.sent.count > 0
      ? [observed(s`${[counted(cookie.sent.count, 'request')]} were sent with its bare value.`, cookie.sent.places)]
      : []),
    predicted(s`In Firefox the same text is a name without a value.`),
  ],
  fix: () => ({
    ...byAction(null, s`Search your scripts for ${'document.cookie'} assignments without an equals sign, or with an empty name.`),
    code: ["document.cookie = 'name=value; Path=/; Secure; SameSite=Lax'"],
  }),
});

export const examples = (): Examples => [
  {
    title: 'a script writes a bare value',
    steps: [
      { ask: 'GET https://shop.example/', writes: ['compact'] },
      { ask: 'GET https://shop.example/b', sends: 'compact' },
    ],
    of: '',
    expect: 'fail',
  },
  {
    title: 'a script writes a name and a value',
    steps: [
      { ask: 'GET https://shop.example/', writes: ['view=compact'] },
      { ask: 'GET https://shop.example/b', sends: 'view=compact' },
    ],
    of: 'view',
    expect: 'pass',
  },
];

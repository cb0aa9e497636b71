import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdn, rfc } from '../engine/link';
import { counted, listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';
import { isSeenInJar } from '../subject/subject';

/** What the standard guarantees, and where Chrome and Firefox begin to throw out (at 180 down to 150). */
const GUARANTEED = 50;
const CUT = 150;

export const tooManyCookies = defineRule({
  id: 'too-many-cookies',
  scope: 'site',
  severity: always('warning'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 1 },
  column: null,
  title: 'Use fewer cookies',
  why: s`Browsers keep at least 50 cookies for a site; above 180 Chrome and Firefox evict the least recently used ones. You cannot choose which; it may be a session.`,
  links: [rfc('6.1'), mdn('Cookies', 'Guides/Cookies')],
  applies: (site) => site.cookies.length > 0,
  check: ({ cookies }) => (cookies.length > GUARANTEED ? fail({ count: cookies.length }) : pass),
  mitigated: (_, { count }) => count <= CUT,
  heading: (site) => s`Use fewer cookies on ${site.site}`,
  statements: (site, { count }) => [
    (site.cookies.every(isSeenInJar) ? observed : predicted)(
      s`The jar contains ${[counted(count, 'cookie')]} of ${site.site}: ${listOf(site.cookies.map(({ name }) => name))}.`,
    ),
    predicted(count > CUT ? s`Browsers will evict some soon.` : s`A browser need not keep more than ${GUARANTEED}.`),
  ],
  fix: () => byAction(null, s`Store related data on the server and let one cookie point to it.`),
});

export const examples = (): Examples => [
  {
    title: '60 cookies',
    steps: [{ ask: 'GET https://shop.example/', sets: Array.from({ length: 60 }, (_, i) => `c${i}=1; Path=/; Secure`) }],
    expect: 'fail',
  },
  { title: 'one cookie', steps: [{ ask: 'GET https://shop.example/', sets: ['theme=dark; Path=/; Secure'] }], expect: 'pass' },
];

import { defineRule, fail, observed, pass, predicted } from './define';
import type { Examples } from './form/example';
import { mdn, rfc } from './form/link';
import { byAction } from './form/mend';
import { counted, listed, s } from './form/sentence';
import { always } from './form/severity';

/** What the standard guarantees, and where Chrome and Firefox begin to throw out (at 180 down to 150). */
const GUARANTEED = 50;
const CUT = 150;

export const tooManyCookies = defineRule({
  id: 'too-many-cookies',
  scope: 'site',
  severity: always('warning'),
  title: 'Use fewer cookies',
  why: s`Browsers keep at least 50 cookies for a site; Chrome and Firefox throw the least used ones out past 180. Which one goes, a session too, is not yours to choose.`,
  links: [rfc('6.1'), mdn('Cookies', 'Guides/Cookies')],
  applies: (site) => site.cookies.length > 0,
  check: ({ cookies }) => (cookies.length > GUARANTEED ? fail({ count: cookies.length }) : pass),
  softer: (_, { count }) => count <= CUT,
  heading: (site) => s`Use fewer cookies on ${site.site}`,
  found: (site, { count }) => [
    observed(s`The jar holds ${[counted(count, 'cookie')]} of ${site.site}: ${listed(site.cookies.map(({ name }) => name))}.`),
    predicted(count > CUT ? s`Browsers throw some out before long.` : s`A browser need not keep more than ${GUARANTEED}.`),
  ],
  fix: () => byAction(null, s`Keep on the server what belongs together and let one cookie point to it.`),
});

export const examples = (): Examples => [
  {
    says: '60 cookies',
    steps: [{ ask: 'GET https://shop.example/', sets: Array.from({ length: 60 }, (_, i) => `c${i}=1; Path=/; Secure`) }],
    expect: 'fail',
  },
  { says: 'one cookie', steps: [{ ask: 'GET https://shop.example/', sets: ['theme=dark; Path=/; Secure'] }], expect: 'pass' },
];

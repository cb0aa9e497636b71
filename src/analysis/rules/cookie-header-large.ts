import { defineRule, fail, observed, pass, predicted } from './define';
import type { Examples } from './form/example';
import { mdn } from './form/link';
import { byAction } from './form/mend';
import { counted, s } from './form/sentence';
import { always } from './form/severity';

const LARGE = 4096;
/** Apache, nginx, Tomcat and IIS answer a header line of 8 kB or more with 400 or 431 unless told otherwise. */
const REFUSED = 8000;

export const cookieHeaderLarge = defineRule({
  id: 'cookie-header-large',
  scope: 'site',
  severity: always('warning'),
  title: 'Send fewer octets of cookies',
  why: s`All cookies that fit go along with every request, pictures included. Past 8 kB most servers refuse the request (${'400'}, ${'431'}), and visitors see an error until they delete their cookies.`,
  links: [
    { label: 'RFC 6585 §5', url: 'https://www.rfc-editor.org/rfc/rfc6585.html#section-5' },
    mdn('431 Request Header Fields Too Large', 'Reference/Status/431'),
    mdn('Cookie', 'Reference/Headers/Cookie'),
  ],
  applies: (site) => site.longestHeader !== null,
  check: ({ longestHeader }) => (longestHeader !== null && longestHeader.octets > LARGE ? fail(longestHeader) : pass),
  softer: (_, { octets }) => octets < REFUSED,
  heading: (site) => s`Send fewer octets of cookies to ${site.site}`,
  found: (_, { octets, cookies, place }) => [
    observed(s`A request carried ${[counted(cookies, 'cookie')]} in ${octets} octets.`, [place]),
    predicted(octets < REFUSED ? s`Past 8,000 many servers refuse it.` : s`Many servers refuse it.`),
  ],
  fix: () => byAction(null, s`Keep data on the server; narrow ${'Path'} and leave ${'Domain'} out, so that less goes along.`),
});

export const examples = (): Examples => [
  {
    says: 'three large cookies',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['a', 'b', 'c'].map((name) => `${name}=${'7'.repeat(3000)}; Path=/; Secure`) },
      { ask: 'GET https://shop.example/next', sends: ['a', 'b', 'c'].map((name) => `${name}=${'7'.repeat(3000)}`).join('; ') },
    ],
    expect: 'fail',
  },
  {
    says: 'a small one',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['a=7; Path=/; Secure'] },
      { ask: 'GET https://shop.example/next', sends: 'a=7' },
    ],
    expect: 'pass',
  },
];

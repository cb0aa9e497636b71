import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdn } from '../engine/link';
import { counted, s } from '../engine/sentence';
import { always } from '../engine/severity';

const LARGE = 4096;
/** Apache, nginx, Tomcat and IIS answer a header line of 8 kB or more with 400 or 431 unless told otherwise. */
const REFUSED = 8000;

export const cookieHeaderLarge = defineRule({
  id: 'cookie-header-large',
  scope: 'site',
  severity: always('warning'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 1 },
  column: null,
  title: 'Send less cookie data',
  why: s`All cookies that apply are sent with every request, images included. Above 8 kB most servers refuse the request (${'400'}, ${'431'}), and visitors see an error until they delete their cookies.`,
  links: [
    { label: 'RFC 6585 §5', url: 'https://www.rfc-editor.org/rfc/rfc6585.html#section-5' },
    mdn('431 Request Header Fields Too Large', 'Reference/Status/431'),
    mdn('Cookie', 'Reference/Headers/Cookie'),
  ],
  applies: (site) => site.longestHeader !== null,
  check: ({ longestHeader }) => (longestHeader !== null && longestHeader.octets > LARGE ? fail(longestHeader) : pass),
  mitigated: (_, { octets }) => octets < REFUSED,
  heading: (site) => s`Send less cookie data to ${site.site}`,
  statements: (_, { octets, cookies, place }) => [
    observed(s`A request was sent with ${[counted(cookies, 'cookie')]} in ${octets} octets.`, [place]),
    predicted(octets < REFUSED ? s`Above 8,000 many servers refuse it.` : s`Many servers refuse it.`),
  ],
  fix: () => byAction(null, s`Keep data on the server; narrow ${'Path'} and leave ${'Domain'} out, so that less is sent.`),
});

export const examples = (): Examples => [
  {
    title: 'three large cookies',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['a', 'b', 'c'].map((name) => `${name}=${'7'.repeat(3000)}; Path=/; Secure`) },
      { ask: 'GET https://shop.example/next', sends: ['a', 'b', 'c'].map((name) => `${name}=${'7'.repeat(3000)}`).join('; ') },
    ],
    expect: 'fail',
  },
  {
    title: 'a small one',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['a=7; Path=/; Secure'] },
      { ask: 'GET https://shop.example/next', sends: 'a=7' },
    ],
    expect: 'pass',
  },
];

import { DIRECT, type Trial } from '../state/trial';
import examples from './examples.json';
import { ACCOUNT, AD, NEWS, SHOP } from './presets';

/** Where the example comes from: a tutorial's line, or one of a rule or of an incident. */
interface LabExample {
  /** The rule's title, `TUTORIALS`, or null for an incident. */
  readonly of: string | null;
  readonly title: string;
  readonly trial: Trial;
}

export const TUTORIALS = 'tutorials';

const ORG = { ...SHOP, url: 'https://www.example.org/sample_page.html' } as const;
const DOCS = { ...SHOP, url: 'https://developer.mozilla.org/docs/cookies' } as const;
/** The same page, some time later. */
const later = ({ url }: { readonly url: string }, seconds: number, top = '') =>
  ({ ...DIRECT, url, as: 'page', top, method: 'GET', seconds }) as const;

/** The Set-Cookie lines with which tutorials on cookies explain the attributes, each with a request that shows its effect. */
const OF_TUTORIALS: readonly Trial[] = [
  { ...ORG, line: 'yummy_cookie=chocolate', after: ['tasty_cookie=strawberry'], next: later(ORG, 60) },
  { ...SHOP, line: 'session_id=abc123; HttpOnly; Secure', method: 'POST', next: { ...ACCOUNT, top: '' } },
  {
    ...SHOP,
    line: 'session_id=550e8400-e29b-41d4-a716-446655440000; HttpOnly; Path=/; Max-Age=3600',
    next: { ...ACCOUNT, top: '', seconds: 3600 },
  },
  {
    ...SHOP,
    url: 'https://login.example.com/',
    line: 'session_id=550e8400-e29b-41d4-a716-446655440000; Domain=.example.com; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite=Lax',
    next: later({ url: 'https://store.example.com/' }, 60),
  },
  {
    ...SHOP,
    url: 'https://login.example.com/',
    line: 'SESSIONID=abc123; Path=/; Domain=example.com; Max-Age=1800; HttpOnly; Secure; SameSite=Lax',
    next: later({ url: 'https://www.example.com/' }, 60, NEWS),
  },
  { ...ORG, line: 'id=a3fWa; Expires=Thu, 31 Oct 2021 07:28:00 GMT;', next: later(ORG, 60) },
  { ...ORG, line: 'id=a3fWa; Max-Age=2592000', next: later(ORG, 2_592_000) },
  {
    ...ORG,
    url: 'http://www.example.org/',
    line: 'id=a3fWa; Expires=Thu, 21 Oct 2021 07:28:00 GMT; Secure; HttpOnly',
    next: later(ORG, 60),
  },
  {
    ...DOCS,
    line: 'id=a3fWa; Expires=Thu, 21 Oct 2021 07:28:00 GMT; Secure; HttpOnly; Domain=mozilla.org',
    next: later({ url: 'https://mozilla.org/' }, 60),
  },
  {
    ...DOCS,
    line: 'id=a3fWa; Expires=Thu, 21 Oct 2021 07:28:00 GMT; Secure; HttpOnly; Path=/docs',
    next: later({ url: 'https://developer.mozilla.org/blog' }, 60),
  },
  { ...SHOP, line: 'cart=110045_77895_53420; SameSite=Strict', next: { ...ACCOUNT, top: NEWS } },
  { ...SHOP, line: 'affiliate=e4rt45dw; SameSite=Lax', next: { ...ACCOUNT, method: 'POST', top: NEWS, seconds: 300 } },
  {
    ...AD,
    line: 'widget_session=7yjgj57e4n3d; SameSite=None; Secure; HttpOnly',
    next: { ...later(AD, 60, NEWS), as: 'image' },
  },
];

/** Examples of tutorials, rules and incidents; `npm run docs` writes the last two, so that the panel need not load rules for them. */
export const EXAMPLES: readonly LabExample[] = [
  ...OF_TUTORIALS.map((trial) => ({ of: TUTORIALS, title: trial.line, trial })),
  ...(examples as readonly LabExample[]),
];

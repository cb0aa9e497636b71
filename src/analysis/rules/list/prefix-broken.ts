import { bytes } from '../../engine/base/bytes';
import { type NamePrefix, prefixOf } from '../../engine/header/prefix';
import type { Change } from '../../fixes/change';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { asvs, mdnSetCookie, rfc } from '../engine/link';
import { listOf, type Sentence, s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';
import type { LineSubject } from '../subject/subject';

const WRITTEN: Readonly<Record<NamePrefix, string>> = {
  none: '',
  secure: '__Secure-',
  host: '__Host-',
  http: '__Http-',
  'host-http': '__Host-Http-',
};

interface Broken {
  readonly prefix: NamePrefix;
  readonly wants: readonly Want[];
}

interface Want {
  readonly what: string;
  readonly change: Change | null;
}

export const prefixBroken = defineRule({
  id: 'prefix-broken',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'name',
  title: 'Meet the requirements of the name’s prefix',
  why: s`A prefix in the name sets requirements that the browser checks. A line that does not meet them is rejected, and the cookie is lost.`,
  links: [rfc('4.1.3'), rfc('5.7'), mdnSetCookie('cookie_prefixes'), asvs('3.3.1')],
  // A deletion that is refused is deletion-refused's finding.
  applies: (line) => !line.deletes && prefixOf(line.read.name) !== 'none',
  check: (line) => {
    const prefix = prefixOf(line.read.name);
    const wants = wantsOf(line, prefix);
    return wants.length === 0 ? pass : fail<Broken>({ prefix, wants });
  },
  heading: (line, { prefix, wants }) =>
    s`${headingOf(wants)} to meet the requirements of ${WRITTEN[prefix]} in ${line.read.name}`,
  statements: (line, { prefix, wants }) => [
    observed(s`${WRITTEN[prefix]} requires ${listOf(wants.map((want) => want.what))}; the line differs.`, line.places),
    predicted(s`Browsers reject the line.`),
  ],
  fix: (line, { wants }) =>
    line.channel === 'http'
      ? byLine(line.read, s`Prefixes are for https: serve the site over https.`, [])
      : byLine(
          line.read,
          s`Keep the prefix and meet its requirements.`,
          wants.flatMap((want) => (want.change === null ? [] : [want.change])),
        ),
});

export const examples = (): Examples => [
  aLine('__Host- with Domain', 'fail', '__Host-prefs=compact; Domain=shop.example; Path=/; Secure; SameSite=Lax', {
    role: 'preference',
  }),
  aLine('__Host- with all it asks', 'pass', '__Host-sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', { role: 'session-id' }),
  aLine('__Http- without HttpOnly', 'fail', '__Http-sid=31d4d96e407aad42; Secure', { role: 'session-id' }),
  aLine('no prefix, no promise', 'not-applicable', 'sid=31d4d96e407aad42; Domain=shop.example', { role: 'session-id' }),
];

function wantsOf({ read, channel }: LineSubject, prefix: NamePrefix): readonly Want[] {
  const wants: Want[] = [];
  const host = prefix === 'host' || prefix === 'host-http';
  if (!read.secure) wants.push({ what: 'Secure', change: { kind: 'add-flag', flag: 'secure' } });
  if (channel === 'http') wants.push({ what: 'https', change: null });
  if (host && read.domain !== null && read.domain !== '')
    wants.push({ what: 'no Domain', change: { kind: 'drop', attribute: 'domain' } });
  if (host && read.path !== '/') wants.push({ what: 'Path=/', change: { kind: 'set', attribute: 'path', value: bytes('/') } });
  if ((prefix === 'http' || prefix === 'host-http') && !read.httpOnly) {
    wants.push({ what: 'HttpOnly', change: { kind: 'add-flag', flag: 'httponly' } });
  }
  return wants;
}

function headingOf(wants: readonly Want[]): Sentence {
  const [first] = wants;
  if (wants.length !== 1 || first === undefined) return s`Correct the line`;
  if (first.change?.kind === 'drop') return s`Drop ${'Domain'}`;
  return s`Add ${first.what}`;
}

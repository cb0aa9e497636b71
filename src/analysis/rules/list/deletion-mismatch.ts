import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { deletionChanges } from '../../fixes/line-of';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc, wstg } from '../engine/link';
import { listOf, type Sentence, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { outcomeOf } from '../subject/cookie-record';
import type { LineSubject } from '../subject/subject';

export const deletionMismatch = defineRule({
  id: 'deletion-mismatch',
  scope: 'line',
  severity: { ...credentials('error', 'warning') },
  harm: 'session-taken',
  points: { error: 15, warning: 6, note: 2 },
  column: 'name',
  title: 'Delete a cookie with the Domain, Path and Partitioned it was set with',
  why: s`A cookie is replaced or deleted only by a line with the same name, ${'Domain'} and ${'Path'}, and ${'Partitioned'} where it has that. Any other line deletes nothing, and the cookie stays.`,
  links: [rfc('5.7'), mdnSetCookie('max-agenumber'), wstg('06')],
  applies: (line) => line.deletes && outcomeOf(line.set) !== 'rejected',
  check: ({ set }) => {
    // What it ends is what it means, where it ends something.
    const [meant] = set.previous === null ? set.stays : [];
    return meant === undefined ? pass : fail({ meant });
  },
  heading: (line, { meant }) => s`Delete ${line.read.name} ${scopeOf(meant)}, as it was set`,
  statements: (line, { meant }) => [
    observed(s`The line deletes ${line.read.name} ${scopeOfLine(line)}.`, line.places),
    (line.set.observed.outcome === 'not-observed' ? predicted : observed)(s`The cookie in the jar is one ${scopeOf(meant)}.`),
    line.set.observed.outcome === 'deleted-nothing'
      ? observed(s`The jar held it before and after the response: nothing was deleted.`)
      : predicted(s`It stays in the jar; the jar was not read.`),
  ],
  fix: (line, { meant }) => ({
    ...byLine(line.read, s`Repeat what it was set with: ${scopeOf(meant)}.`, deletionChanges(meant)),
    action: 'delete-cookie',
  }),
});

export const examples = (): Examples => [
  {
    title: 'set for the domain, deleted for the host',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Domain=shop.example; Path=/; Secure; HttpOnly'] },
      { ask: 'POST https://shop.example/logout', sends: 'sid=31d4d96e407aad42', sets: ['sid=; Path=/; Max-Age=0; Secure'] },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    title: 'set and deleted alike',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      { ask: 'POST https://shop.example/logout', sends: 'sid=31d4d96e407aad42', sets: ['sid=; Path=/; Max-Age=0'] },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
  {
    title: 'nothing there to delete: servers delete to be sure',
    steps: [{ ask: 'GET https://shop.example/', sets: ['legacy=; Path=/; Max-Age=0'] }],
    of: 'legacy',
    expect: 'pass',
  },
];

/** "with Domain=shop.example and Path=/, partitioned under portal.example". */
function scopeOf({ hostOnly, domain, path, partition }: StoredCookie): Sentence {
  const within = partition === null ? s`` : s`, ${'Partitioned'} under ${partition.topLevelSite}`;
  return hostOnly
    ? s`with ${`Path=${path}`} and no ${'Domain'}${within}`
    : s`with ${`Domain=${domain}`} and ${`Path=${path}`}${within}`;
}

function scopeOfLine({ read: { domain, path, partitioned } }: LineSubject): Sentence {
  const parts = [
    ...(domain === null || domain === '' ? [] : [`Domain=${domain}`]),
    ...(path === null ? [] : [`Path=${path}`]),
    ...(partitioned ? ['Partitioned'] : []),
  ];
  return parts.length === 0 ? s`without ${'Domain'} and ${'Path'}` : s`with ${listOf(parts)} alone`;
}

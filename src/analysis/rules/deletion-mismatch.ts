import type { Bytes } from '../facts/units';
import type { Change } from '../fixes/change';
import type { StoredCookie } from '../jar/stored-cookie';
import { defineRule, fail, observed, pass } from './define';
import type { Examples } from './form/example';
import { mdnSetCookie, rfc, wstg } from './form/link';
import { byLine } from './form/mend';
import { type Sentence, s } from './form/sentence';
import { credentials } from './form/severity';
import { outcomeOf } from './subject/cookie-record';

export const deletionMismatch = defineRule({
  id: 'deletion-mismatch',
  scope: 'line',
  severity: { ...credentials('error', 'warning') },
  title: 'Delete a cookie with the Domain and Path it was set with',
  why: s`A cookie is replaced or deleted only by a line with the same name, ${'Domain'} and ${'Path'}. Any other line deletes nothing, and the cookie stays.`,
  links: [rfc('5.7'), mdnSetCookie('max-agenumber'), wstg('06')],
  applies: (line) => line.deletes && outcomeOf(line.set) !== 'rejected',
  check: (line) => {
    const [meant] = line.set.previous === null ? line.namesakes : [];
    return meant === undefined ? pass : fail({ meant });
  },
  heading: (line) => s`Delete ${line.read.name} with the Domain and Path it was set with`,
  found: (line, { meant }) => [
    observed(
      s`The line deletes ${line.read.name} ${scopeOf(line)}; the cookie in the jar is one ${scopeOf({ read: meant })}.`,
      line.places,
    ),
    observed(s`The cookie is still in the jar after it.`),
  ],
  fix: (line, { meant }) => ({
    ...byLine(line.read, s`Repeat the ${'Domain'} and ${'Path'} of the line that set it.`, changesFor(meant)),
    action: 'delete-cookie',
  }),
});

export const examples = (): Examples => [
  {
    says: 'set for the domain, deleted for the host',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Domain=shop.example; Path=/; Secure; HttpOnly'] },
      { ask: 'POST https://shop.example/logout', sends: 'sid=31d4d96e407aad42', sets: ['sid=; Path=/; Max-Age=0; Secure'] },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    says: 'set and deleted alike',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      { ask: 'POST https://shop.example/logout', sends: 'sid=31d4d96e407aad42', sets: ['sid=; Path=/; Max-Age=0'] },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
  {
    says: 'nothing there to delete: servers delete to be sure',
    steps: [{ ask: 'GET https://shop.example/', sets: ['legacy=; Path=/; Max-Age=0'] }],
    of: 'legacy',
    expect: 'pass',
  },
];

interface Scoped {
  readonly read: { readonly domain: Bytes | string | null; readonly path: Bytes | null; readonly hostOnly?: boolean };
}

function scopeOf({ read }: Scoped): Sentence {
  const domain =
    read.hostOnly === true || read.domain === null || read.domain === ''
      ? s`without ${'Domain'}`
      : s`with ${`Domain=${read.domain}`}`;
  return read.path === null ? domain : s`${domain} and ${`Path=${read.path}`}`;
}

function changesFor(meant: StoredCookie): readonly Change[] {
  return [
    meant.hostOnly ? { kind: 'drop', attribute: 'domain' } : { kind: 'set', attribute: 'domain', value: meant.domain as Bytes },
    { kind: 'set', attribute: 'path', value: meant.path },
    ...(meant.secure ? [{ kind: 'add-flag', flag: 'secure' } as const] : []),
  ];
}

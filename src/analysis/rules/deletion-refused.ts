import { bytes } from '../facts/bytes';
import type { Change } from '../fixes/change';
import { defineRule, fail, observed, pass, predicted } from './define';
import type { Examples } from './form/example';
import { mdnSetCookie, rfc, wstg } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { credentials } from './form/severity';
import { outcomeOf } from './subject/cookie-record';
import type { LineSubject } from './subject/subject';

export const deletionRefused = defineRule({
  id: 'deletion-refused',
  scope: 'line',
  severity: { ...credentials('error', 'warning') },
  title: 'Let the deletion meet the same conditions as the cookie',
  why: s`A deletion is a Set-Cookie line like any other and is refused for the same faults: a ${'__Host-'} cookie is deleted with ${'Secure'} and ${'Path=/'}, one with ${'SameSite=None'} with ${'Secure'}, a ${'Secure'} one never over http.`,
  links: [rfc('5.7'), mdnSetCookie('max-agenumber'), wstg('06')],
  applies: (line) => line.deletes,
  check: (line) => (isLost(line) ? fail({ reasons: line.set.predicted.reasons }) : pass),
  heading: (line) => s`Let the deletion of ${line.read.name} be accepted`,
  found: (line) => [
    line.set.observed.outcome === 'rejected'
      ? observed(s`The browser refused the line; ${line.read.name} is still in the jar.`, line.places)
      : predicted(s`Browsers refuse the line; ${line.read.name} stays in the jar.`, line.places),
  ],
  fix: (line) => ({
    ...byLine(line.read, s`Delete it with the attributes it was set with.`, changesFor(line)),
    action: 'delete-cookie',
  }),
});

export const examples = (): Examples => [
  {
    says: 'a __Host- cookie deleted without Secure',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['__Host-sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      {
        ask: 'POST https://shop.example/logout',
        sends: '__Host-sid=31d4d96e407aad42',
        sets: ['__Host-sid=; Path=/; Max-Age=0'],
      },
    ],
    roles: { '__Host-sid': 'session-id' },
    of: '__Host-sid',
    expect: 'fail',
  },
  {
    says: 'a __Host- cookie deleted as it was set',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['__Host-sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      {
        ask: 'POST https://shop.example/logout',
        sends: '__Host-sid=31d4d96e407aad42',
        sets: ['__Host-sid=; Path=/; Max-Age=0; Secure'],
      },
    ],
    roles: { '__Host-sid': 'session-id' },
    of: '__Host-sid',
    expect: 'pass',
  },
];

/** Refused, and there was something to delete. What was refused only because the user blocks third parties is nobody's fault. */
function isLost({ set, namesakes }: LineSubject): boolean {
  const there = set.previous !== null || namesakes.length > 0;
  const byPolicy = set.predicted.reasons.length > 0 && set.predicted.reasons.every((reason) => reason === 'third-party-blocked');
  return outcomeOf(set) === 'rejected' && there && !byPolicy;
}

function changesFor({ set, namesakes }: LineSubject): readonly Change[] {
  const meant = set.previous ?? namesakes[0];
  if (meant === undefined) return [];
  return [
    ...(meant.secure ? [{ kind: 'add-flag', flag: 'secure' } as const] : []),
    ...(meant.hostOnly ? [{ kind: 'drop', attribute: 'domain' } as const] : []),
    { kind: 'set', attribute: 'path', value: meant.path === '' ? bytes('/') : meant.path },
  ];
}

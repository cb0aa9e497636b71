import { deletionChanges } from '../../fixes/line-of';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { outcomeOf } from '../subject/cookie-record';
import type { LineSubject } from '../subject/subject';

export const deletionRefused = defineRule({
  id: 'deletion-refused',
  scope: 'line',
  severity: { ...credentials('error', 'warning') },
  harm: 'session-taken',
  points: { error: 15, warning: 6, note: 2 },
  column: 'name',
  title: 'Let the deletion meet the same requirements as the cookie',
  why: s`A deletion is a Set-Cookie line like any other and is rejected for the same reasons: a ${'__Host-'} cookie is deleted with ${'Secure'} and ${'Path=/'}, one with ${'SameSite=None'} with ${'Secure'}, a ${'Secure'} one never over http.`,
  links: [rfc('5.7'), mdnSetCookie('max-agenumber'), wstg('06')],
  applies: (line) => line.deletes,
  check: (line) => (isLost(line) ? fail({ reasons: line.set.predicted.reasons }) : pass),
  heading: (line) => s`Let the deletion of ${line.read.name} be accepted`,
  statements: (line) => [
    line.set.observed.outcome === 'rejected'
      ? observed(s`The browser rejected the line; ${line.read.name} is still in the jar.`, line.places)
      : predicted(s`Browsers reject the line; ${line.read.name} stays in the jar.`, line.places),
  ],
  fix: (line) => {
    const meant = line.set.previous ?? line.set.stays[0];
    return {
      ...byLine(line.read, s`Delete it with the attributes it was set with.`, meant === undefined ? [] : deletionChanges(meant)),
      action: 'delete-cookie',
    };
  },
});

export const examples = (): Examples => [
  {
    title: 'a __Host- cookie deleted without Secure',
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
    title: 'a __Host- cookie deleted as it was set',
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
function isLost({ set }: LineSubject): boolean {
  const there = set.previous !== null || set.stays.length > 0;
  const byPolicy = set.predicted.reasons.length > 0 && set.predicted.reasons.every((reason) => reason === 'third-party-blocked');
  return outcomeOf(set) === 'rejected' && there && !byPolicy;
}

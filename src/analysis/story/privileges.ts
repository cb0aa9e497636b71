import type { Attempt } from '../session/attempt';
import type { SignIn } from '../session/session-kinds';
import type { SiteSession } from '../session/sign-in';
import type { Moment } from './moment';

/** What somebody signed in did to be trusted with more, or to have another id. */
export function privilegeMoments({ signIns, attempts }: SiteSession): readonly Moment[] {
  return signIns.flatMap((signIn) => {
    const from = signIn.last.seq;
    const until = signIn.end?.visit.seq ?? Number.POSITIVE_INFINITY;
    const within = attempts.filter(
      (attempt) =>
        attempt.visit.seq > from && attempt.visit.seq < until && attempt.outcome === 'succeeded' && whatOf(attempt) !== null,
    );
    const told = within.flatMap((attempt) => confirmed(attempt, signIn));
    const known = new Set(within.flatMap(({ chain }) => chain));
    const changed = signIn.changes.filter(({ visit }) => !known.has(visit));
    return [...told, ...changed.slice(0, 1).map(({ visit }) => idChanged(visit, changed.length))];
  });
}

type What = 'confirmed' | 'password-changed' | 'second-factor';

function whatOf({ step, visit }: Attempt): What | null {
  if (step === 'confirmation') return 'confirmed';
  // Forms of a profile carry fields for a new password that may be empty: only a form about passwords says that one was changed.
  if (step === 'new-password') return /password|passwd|passwort/.test(visit.address.words) ? 'password-changed' : null;
  return step === 'second-factor' || step === 'passkey' ? 'second-factor' : null;
}

function confirmed(attempt: Attempt, signIn: SignIn): readonly Moment[] {
  const what = whatOf(attempt);
  if (what === null || signIn.attempts.includes(attempt)) return [];
  return [
    {
      kind: 'privilege-change',
      at: attempt.visit.exchange.at,
      until: null,
      what,
      idChanged: signIn.changes.some(({ visit }) => attempt.chain.includes(visit)),
      certainty: 'observed',
      missing: [],
      exchanges: attempt.chain.map(({ exchange }) => exchange.id),
      evidence: attempt.evidence,
    },
  ];
}

function idChanged(visit: SiteSession['visits'][number], count: number): Moment {
  return {
    kind: 'privilege-change',
    at: visit.exchange.received?.at ?? visit.exchange.at,
    until: null,
    what: 'id-changed',
    idChanged: true,
    certainty: 'cannot-tell',
    missing: ['why-the-id-changed'],
    exchanges: [visit.exchange.id],
    evidence: [{ kind: 'cookie-replaced', weight: 1, slots: { count }, exchanges: [visit.exchange.id] }],
  };
}

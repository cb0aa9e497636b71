import type { Attempt } from '../session/requests/attempt';
import type { Visit } from '../session/requests/visit';
import type { SignIn } from '../session/sign-in/session-kinds';
import type { SiteSession } from '../session/site-session';
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
    const raised = within.flatMap((attempt) => confirmed(attempt, signIn));
    const known = new Set(within.flatMap(({ chain }) => chain));
    const changed = signIn.changes.filter(({ visit }) => !known.has(visit));
    const saved = changed.filter(({ visit }) => !isRenewal(visit));
    // One form may have changed what somebody may do; that each of them gives another id is a habit.
    const isHabit = saved.length > 1;
    const others = isHabit ? [] : saved;
    const renewed = changed.filter((each) => !others.includes(each));
    return [
      ...raised,
      ...others.slice(0, 1).map(({ visit }) => idChanged(visit, others.length)),
      ...renewed.slice(0, 1).map(({ visit }) => idRenewed(visit, renewed)),
    ];
  });
}

/** A page that is only looked at, or a call that is there to renew. */
const isRenewal = ({ exchange, address }: Visit): boolean =>
  exchange.sent.method === 'GET' ||
  exchange.sent.method === 'HEAD' ||
  /(?:^| )(?:refresh|renew|extend|prolong|keep ?alive|heartbeat|ping|poll|touch|token|session)(?: |$)/.test(address.words);

function idRenewed(first: Visit, renewed: readonly { readonly visit: Visit }[]): Moment {
  const last = renewed.at(-1)?.visit ?? first;
  return {
    kind: 'id-renewed',
    at: first.exchange.received?.at ?? first.exchange.at,
    until: last === first ? null : last.exchange.at,
    count: renewed.length,
    certainty: 'observed',
    missing: [],
    exchanges: renewed.map(({ visit }) => visit.exchange.id),
    evidence: [],
  };
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

function idChanged(visit: Visit, count: number): Moment {
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

import type { Instant } from '../engine/base/units';
import type { Carrier, SignIn } from '../session/sign-in/session-kinds';
import type { SiteSession } from '../session/site-session';
import { idName } from './id-name';
import type { IdName, Moment } from './moment';

/** Each sign-in: that it happened, what became of the id, and its use. */
export function signInMoments({ signIns }: SiteSession): readonly Moment[] {
  return signIns.flatMap((signIn, place) => [
    signedIn(signIn),
    ...idAtSignIn(signIn),
    ...use(signIn),
    ...concurrent(signIn, signIns[place - 1] ?? null),
  ]);
}

function signedIn(signIn: SignIn): Moment {
  const { how, carriedBy, carriers, certainty, evidence, first, attempts } = signIn;
  return {
    kind: 'signed-in',
    at: first.exchange.at,
    until: null,
    how,
    step: attempts.at(-1)?.step ?? null,
    carriedBy,
    carriers: carriers.map(({ life }) => life.key),
    certainty,
    missing: certainty === 'observed' ? [] : signIn.missing,
    exchanges: exchangesOf(signIn),
    evidence,
  };
}

function idAtSignIn(signIn: SignIn): readonly Moment[] {
  if (signIn.attempts.length === 0 && signIn.how !== 'remembered') return [];
  if (signIn.id === 'no-cookie') return [];
  const { carriers } = signIn;
  const carrier = (signIn.id === 'rotated' ? carriers.find(({ movement }) => movement === 'changed') : null) ?? carriers[0];
  const open = signIn.id === 'cannot-tell' || signIn.id === 'changes-anyway';
  return [
    {
      kind: 'id-at-sign-in',
      at: answeredAt(signIn),
      until: null,
      fate: signIn.id,
      before: named(carrier, 'before'),
      after: named(carrier, 'after'),
      certainty: open ? 'cannot-tell' : 'observed',
      missing: signIn.missing,
      exchanges: exchangesOf(signIn),
      evidence: [],
    },
  ];
}

function use({ use: visits }: SignIn): readonly Moment[] {
  const [first] = visits;
  const last = visits.at(-1);
  if (first === undefined || last === undefined) return [];
  const ids = (changing: boolean): readonly string[] =>
    visits
      .filter(({ exchange }) => (exchange.sent.method !== 'GET' && exchange.sent.method !== 'HEAD') === changing)
      .map(({ exchange }) => exchange.id);
  return [
    {
      kind: 'authenticated-use',
      at: first.exchange.at,
      until: last.exchange.at,
      reads: ids(false),
      changes: ids(true),
      certainty: 'observed',
      missing: [],
      exchanges: visits.map(({ exchange }) => exchange.id),
      evidence: [],
    },
  ];
}

/** Signed in again while the earlier session was not seen to end: it may live on at the server. */
function concurrent(signIn: SignIn, earlier: SignIn | null): readonly Moment[] {
  if (earlier === null || earlier.end !== null || signIn.attempts.length === 0) return [];
  return [
    {
      kind: 'concurrent-session',
      at: answeredAt(signIn),
      until: null,
      earlier: named(earlier.carriers[0], 'after'),
      certainty: 'cannot-tell',
      missing: ['whether-the-earlier-session-ended'],
      exchanges: exchangesOf(signIn),
      evidence: [],
    },
  ];
}

function named(carrier: Carrier | undefined, which: 'before' | 'after'): IdName | null {
  const span = carrier?.[which] ?? null;
  return carrier === undefined || span === null ? null : idName(carrier.life, span);
}

/** When the id that counts was given, or failing that the credentials' last answer. */
function answeredAt({ carriers, first, last }: SignIn): Instant {
  const writer = carriers[0]?.after?.writer;
  const given = writer?.kind === 'response' && writer.exchange.at >= first.exchange.at ? writer.exchange : null;
  const answer = given ?? (carriers.length > 0 ? first.exchange : last.exchange);
  return answer.received?.at ?? answer.at;
}

function exchangesOf({ attempts, first, last }: SignIn): readonly string[] {
  const chain = attempts.flatMap((attempt) => attempt.chain.map(({ exchange }) => exchange.id));
  return chain.length > 0 ? chain : [...new Set([first.exchange.id, last.exchange.id])];
}

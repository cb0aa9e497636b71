import { text } from '../engine/base/bytes';
import { type AccountSession, spansDuring } from '../session/account-sessions';
import type { CookieLife } from '../session/cookies/cookie-life';
import type { Expiry, IdFate, SignIn } from '../session/sign-in/session-kinds';

/** What is compared of a session. */
interface SessionTraits {
  readonly account: number | null;
  readonly how: SignIn['how'];
  /** Names of the cookies that count. */
  readonly carriers: readonly string[];
  readonly carriedBy: SignIn['carriedBy'];
  readonly id: IdFate;
  /** How many requests carried it. */
  readonly requests: number;
  /** How it ended; null = it did not. */
  readonly end: 'sign-out' | Expiry['by'] | null;
  /** Names of credentials that its sign-out left in the jar. */
  readonly left: readonly string[];
}

type Trait = keyof SessionTraits;

/** Two sessions beside each other. */
export interface SessionComparison {
  readonly a: SessionTraits;
  readonly b: SessionTraits;
  readonly differing: ReadonlySet<Trait>;
  /** Names of cookies that count in both with the same value; null = values of two recordings are not compared. */
  readonly sameIds: readonly string[] | null;
  /** Names of the site's other cookies that had the same value in both. */
  readonly sameValues: readonly string[] | null;
}

/** A session with the cookies of its site. */
export interface SessionWithCookies {
  readonly session: AccountSession;
  readonly lives: readonly CookieLife[];
}

/** @param ofOneRecording whether both were recorded together, so that accounts and values can be compared */
export function compareSessions(a: SessionWithCookies, b: SessionWithCookies, ofOneRecording: boolean): SessionComparison {
  const [one, other] = [traitsOf(a.session), traitsOf(b.session)];
  const isSameSite = ofOneRecording && a.session.site === b.session.site;
  const differing = new Set(
    (Object.keys(one) as Trait[]).filter((trait) =>
      trait === 'account'
        ? isSameSite && one.account !== null && other.account !== null && one.account !== other.account
        : JSON.stringify(one[trait]) !== JSON.stringify(other[trait]),
    ),
  );
  if (!isSameSite) return { a: one, b: other, differing, sameIds: null, sameValues: null };
  const ids = new Set(b.session.signIn.carriers.map(({ life, after }) => `${life.key} ${after?.value ?? ''}`));
  const carriers = [...a.session.signIn.carriers, ...b.session.signIn.carriers].map(({ life }) => life);
  return {
    a: one,
    b: other,
    differing,
    sameIds: a.session.signIn.carriers.flatMap(({ life, after }) =>
      after !== null && ids.has(`${life.key} ${after.value}`) ? [text(life.name)] : [],
    ),
    sameValues: a.lives.flatMap((life) =>
      !carriers.includes(life) && isSame(life, a.session, b.session) ? [text(life.name)] : [],
    ),
  };
}

function isSame(life: CookieLife, a: AccountSession, b: AccountSession): boolean {
  const values = new Set(spansDuring(life, a).map(({ value }) => value));
  return spansDuring(life, b).some(({ value }) => values.has(value));
}

function traitsOf({ account, signIn: { how, carriers, carriedBy, id, use, end } }: AccountSession): SessionTraits {
  const left = end?.kind === 'sign-out' ? end.fates.filter(({ fate }) => fate === 'left') : [];
  return {
    account,
    how,
    carriers: carriers.map(({ life }) => text(life.name)),
    carriedBy,
    id,
    requests: use.length,
    end: end?.kind === 'expiry' ? end.by : (end?.kind ?? null),
    left: left.map(({ key }) => key.slice(0, key.indexOf('\t'))),
  };
}

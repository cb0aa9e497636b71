import type { CheckedId } from '../active-check/verdict';
import type { Instant } from '../engine/base/units';
import { lastSpan } from '../session/cookies/cookie-life';
import type { Sessions } from '../session/sessions';
import { isCredential } from '../session/shared/role-kinds';
import type { CredentialFate, Expiry, SignIn, SignOut } from '../session/sign-in/session-kinds';
import type { SiteSession } from '../session/site-session';
import { readToken } from '../session/values/token';
import { holdsSession, isTokenValue } from '../session/values/value-kind';
import { isAnswered } from './checked';
import { idName } from './id-name';
import type { IdName, Moment } from './moment';

/** How each signed-in stretch ended, and what was left of it. */
export function endMoments(
  { signIns, lives }: SiteSession,
  roles: Sessions['roles'],
  checks: readonly CheckedId[],
): readonly Moment[] {
  return signIns.flatMap((signIn): readonly Moment[] => {
    const { end } = signIn;
    if (end === null) return [];
    if (end.kind === 'expiry') return [expired(end)];
    const left = end.fates.filter(({ key, fate }) => fate === 'left' && isCredential(roles.get(key)?.role ?? 'unknown'));
    return [
      signedOut(end),
      ...left.map((fate) => credentialLeft(fate, end, lives)),
      ...(end.reuse !== null
        ? idReused(signIn, end)
        : isAnswered(end.visit.exchange.id, checks)
          ? []
          : [serverSideEnd(signIn, end)]),
    ];
  });
}

function signedOut(end: SignOut): Moment {
  return {
    kind: 'signed-out',
    at: end.visit.exchange.at,
    until: null,
    by: end.by,
    fates: end.fates,
    withheld: end.withheld,
    certainty: end.certainty,
    missing:
      end.certainty === 'observed' ? [] : [isByChoice(end) ? 'what-the-form-chose' : 'a-page-that-only-signed-in-users-get'],
    exchanges: [...new Set([end.visit.exchange.id, end.last.exchange.id])],
    evidence: end.evidence,
  };
}

/** Whether a form's field said what to do, and its value is not known. */
const isByChoice = ({ evidence }: Pick<SignOut, 'evidence'>): boolean =>
  evidence.some(({ kind }) => kind === 'form-with-a-choice');

function credentialLeft(fate: CredentialFate, end: SignOut, lives: SiteSession['lives']): Moment {
  const life = lives.find(({ key }) => key === fate.key);
  const value = life === undefined ? null : (lastSpan(life)?.value ?? null);
  return {
    kind: 'credential-left',
    at: endedAt(end),
    until: null,
    fate,
    isToken: value !== null && readToken(value).jwt !== null,
    certainty: 'observed',
    missing: [],
    exchanges: [end.visit.exchange.id, ...fate.sentAfter.slice(0, 5)],
    evidence: [],
  };
}

function idReused(signIn: SignIn, end: SignOut): readonly Moment[] {
  const { reuse } = end;
  const carrier = signIn.carriers.find(({ life }) => life.key === reuse?.key);
  const span = carrier?.after ?? carrier?.before ?? null;
  if (reuse === null) return [];
  const isOpen = reuse.answered === 'cannot-tell';
  return [
    {
      kind: 'id-reused',
      at: reuse.visits[0]?.exchange.at ?? endedAt(end),
      until: reuse.visits.at(-1)?.exchange.at ?? null,
      id: carrier === undefined || span === null ? null : idName(carrier.life, span),
      answered: reuse.answered,
      certainty: isOpen ? 'cannot-tell' : 'observed',
      missing: isOpen ? ['a-page-that-only-signed-in-users-get'] : [],
      exchanges: reuse.visits.map(({ exchange }) => exchange.id),
      evidence: reuse.evidence,
    },
  ];
}

/** Nobody sent the id again: whether the server forgot it cannot be seen. */
function serverSideEnd(signIn: SignIn, end: SignOut): Moment {
  return {
    kind: 'server-side-end',
    at: endedAt(end),
    until: null,
    id: idOf(signIn),
    certainty: 'cannot-tell',
    missing: [missingOf(signIn)],
    exchanges: [end.last.exchange.id],
    evidence: [],
  };
}

function missingOf({ carriedBy, carriers }: SignIn): string {
  if (carriedBy === 'bearer-header' || carriers.some(({ after }) => isTokenValue(after)))
    return 'whether-the-server-revokes-tokens';
  return carriers.some(({ after }) => holdsSession(after)) ? 'whether-an-old-copy-is-refused' : 'the-old-id-sent-again';
}

function expired(end: Expiry): Moment {
  return {
    kind: 'session-expired',
    at: end.visit.exchange.at,
    until: null,
    by: end.by,
    certainty: end.certainty,
    missing: end.certainty === 'observed' ? [] : ['why-it-was-refused'],
    exchanges: [end.visit.exchange.id],
    evidence: end.evidence,
  };
}

function idOf({ carriers }: SignIn): IdName | null {
  const [carrier] = carriers;
  const span = carrier?.after ?? carrier?.before ?? null;
  return carrier === undefined || span === null ? null : idName(carrier.life, span);
}

const endedAt = ({ last }: SignOut): Instant => last.exchange.received?.at ?? last.exchange.at;

import { text } from '../../analysis/engine/base/bytes';
import type { CookieLife } from '../../analysis/session/cookies/cookie-life';
import type { Sessions } from '../../analysis/session/sessions';
import { isCredential } from '../../analysis/session/shared/role-kinds';
import type { SiteSession } from '../../analysis/session/site-session';
import { idName } from '../../analysis/story/id-name';
import type { Moment, Story } from '../../analysis/story/moment';
import type { LifelineSegment } from './transaction-picture';

/** A piece of a credential's line beside one moment. */
export interface IdentitySegment extends LifelineSegment {
  /** It lives on with the id that a sign-out should have ended. */
  readonly outlives: boolean;
}

/** A credential of a site as a line beside its story: one piece a moment. */
export interface IdentityLine {
  readonly key: CookieLife['key'];
  readonly name: string;
  readonly host: string;
  readonly segments: readonly IdentitySegment[];
}

/** One line a credential that was there at some moment of the story, those that carry a sign-in first. */
export function identityLines({ moments }: Story, session: SiteSession, roles: Sessions['roles']): readonly IdentityLine[] {
  const carriers = [...new Set(session.signIns.flatMap((signIn) => signIn.carriers.map(({ life }) => life)))];
  const others = session.lives.filter(
    (life) => !carriers.includes(life) && life.spans.length > 0 && isCredential(roles.get(life.key)?.role ?? 'unknown'),
  );
  const seqs = momentSeqs(moments, session);
  return [...carriers, ...others]
    .map((life) => ({ key: life.key, name: text(life.name), host: life.domain, segments: segmentsOf(life, seqs, session) }))
    .filter(({ segments }) => segments.some(({ state }) => state !== 'none'));
}

/** Moments that are over only with the last of their answers. */
const LAST: ReadonlySet<Moment['kind']> = new Set(['signed-in', 'id-at-sign-in', 'signed-out', 'came-back']);

/** Up to which fact each moment has come; never back, for the lines run down the page. */
function momentSeqs(moments: readonly Moment[], { visits }: SiteSession): readonly number[] {
  const answered = new Map(visits.map(({ exchange, seq, answeredAt }) => [exchange.id, answeredAt ?? seq]));
  let latest = -1;
  return moments.map(({ kind, at, exchanges }) => {
    const own = exchanges.flatMap((id) => answered.get(id) ?? []);
    const before = visits.findLast(({ exchange }) => exchange.at <= at)?.seq ?? -1;
    const seq = (LAST.has(kind) ? own.at(-1) : own[0]) ?? before;
    latest = Math.max(latest, seq);
    return latest;
  });
}

function segmentsOf(life: CookieLife, seqs: readonly number[], { signIns }: SiteSession): readonly IdentitySegment[] {
  const values = [...new Set(life.spans.map(({ value }) => value))];
  let before: string | null = null;
  return seqs.map((seq): IdentitySegment => {
    const span = life.spans.findLast(({ from, to }) => from <= seq && (to === null || to > seq));
    const letter = span === undefined ? null : idName(life, span).letter;
    const isNew = letter !== null && letter !== before;
    const ends = span === undefined && before !== null;
    before = letter;
    const signedIn = signIns.some(
      ({ carriers, first, end }) =>
        carriers.some((carrier) => carrier.life === life) && first.seq <= seq && (end === null || end.visit.seq > seq),
    );
    return {
      state: span !== undefined ? 'lives' : ends ? 'ends' : 'none',
      signedIn: signedIn && span !== undefined,
      letter: isNew ? letter : null,
      place: span === undefined ? 0 : Math.max(0, values.indexOf(span.value)),
      outlives: span !== undefined && !signedIn && isLeft(life, seq, signIns),
    };
  });
}

/** Whether the last sign-out before left the cookie with its value, and nobody has signed in since. */
function isLeft(life: CookieLife, seq: number, signIns: SiteSession['signIns']): boolean {
  const end = signIns.findLast(({ first }) => first.seq <= seq)?.end;
  if (end?.kind !== 'sign-out' || end.visit.seq > seq) return false;
  return end.fates.some(({ key, fate }) => key === life.key && fate === 'left');
}

import type { CookieLife } from '../session/cookies/cookie-life';
import type { Sessions } from '../session/sessions';
import type { RoleVerdict } from '../session/shared/role-kinds';
import type { SiteSession } from '../session/site-session';
import { idName } from './id-name';
import type { Moment, MomentOf } from './moment';

/** What happened before anybody signed in: the first visit, an id for somebody unknown, and its changes. */
export function anonymousMoments(site: SiteSession, roles: Sessions['roles']): readonly Moment[] {
  const { visits, signIns, signatures } = site;
  const [first] = visits;
  if (first === undefined || signIns[0]?.how === 'already') return [];
  const until = signIns[0]?.first.seq ?? Number.POSITIVE_INFINITY;
  const visit: MomentOf<'first-visit'> = {
    kind: 'first-visit',
    at: first.exchange.at,
    until: null,
    page: first.address.path,
    certainty: 'observed',
    missing: [],
    exchanges: [first.exchange.id],
    evidence: [],
  };
  const ids = site.lives.filter((life) => isId(roles.get(life.key)) && !signatures.has(life));
  return [visit, ...ids.flatMap((life) => idsBefore(life, until))];
}

function idsBefore(life: CookieLife, until: number): readonly Moment[] {
  const given = life.spans.flatMap((span) =>
    span.from < until && span.writer.kind === 'response' ? [{ span, exchange: span.writer.exchange }] : [],
  );
  const [first, ...later] = given;
  if (first === undefined) return [];
  const base = { until: null, certainty: 'observed', missing: [], evidence: [] } as const;
  const issued: Moment = {
    ...base,
    kind: 'anonymous-id',
    at: first.exchange.received?.at ?? first.exchange.at,
    id: idName(life, first.span),
    exchanges: [first.exchange.id],
  };
  const [next] = later;
  if (next === undefined) return [issued];
  const changed: Moment = {
    ...base,
    kind: 'anonymous-id-changed',
    at: next.exchange.received?.at ?? next.exchange.at,
    until: later.at(-1)?.exchange.at ?? null,
    key: life.key,
    count: later.length,
    exchanges: later.slice(0, 5).map(({ exchange }) => exchange.id),
  };
  return [issued, changed];
}

const isId = (verdict: RoleVerdict | undefined): boolean => verdict?.role === 'session-id' || verdict?.role === 'auth-token';

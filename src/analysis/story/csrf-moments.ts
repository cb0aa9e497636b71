import type { CsrfGuard } from '../session/csrf/csrf';
import type { Visit } from '../session/requests/visit';
import type { Sessions } from '../session/sessions';
import type { SiteSession } from '../session/site-session';
import type { Moment } from './moment';

/** Tokens against forgery: issued in a cookie, sent along, and whether the server was seen to want them. */
export function csrfMoments({ csrf, lives }: SiteSession, roles: Sessions['roles']): readonly Moment[] {
  const issued = lives
    .filter(({ key }) => roles.get(key)?.role === 'csrf-token')
    .flatMap((life): readonly Moment[] => {
      const writer = life.spans[0]?.writer;
      if (writer?.kind !== 'response') return [];
      const { exchange } = writer;
      return [
        { ...BASE, kind: 'csrf-token-issued', at: exchange.received?.at ?? exchange.at, key: life.key, exchanges: [exchange.id] },
      ];
    });
  return [...issued, ...csrf.guards.flatMap((guard) => sent(guard, csrf.stateChanging.length)), ...checked({ csrf })];
}

const BASE = { until: null, certainty: 'observed', missing: [], evidence: [] } as const;

function sent({ kind, cookie, where, name, visits }: CsrfGuard, of: number): readonly Moment[] {
  const [first] = visits;
  if (first === undefined) return [];
  return [
    {
      ...BASE,
      kind: 'csrf-token-sent',
      at: first.exchange.at,
      until: visits.at(-1)?.exchange.at ?? null,
      guard: kind,
      key: cookie,
      where,
      name,
      count: visits.length,
      of,
      exchanges: visits.map(({ exchange }) => exchange.id),
    },
  ];
}

/** That the server compares is seen only where it refused a request without. */
function checked({ csrf }: Pick<SiteSession, 'csrf'>): readonly Moment[] {
  const last = csrf.guards
    .flatMap(({ visits }) => visits)
    .reduce<Visit | undefined>((a, b) => (a !== undefined && a.seq > b.seq ? a : b), undefined);
  if (last === undefined) return [];
  const isSeen = csrf.checked === 'observed';
  return [
    {
      ...BASE,
      kind: 'csrf-token-checked',
      at: last.exchange.at,
      certainty: csrf.checked,
      missing: isSeen ? [] : ['a-request-without-the-token'],
      exchanges: csrf.checkedBy,
    },
  ];
}

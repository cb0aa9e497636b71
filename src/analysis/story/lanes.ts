import type { Instant, Milliseconds } from '../engine/base/units';
import { isSameSite } from '../engine/site/same-site';
import { siteOf } from '../engine/site/schemeful';
import { isTop } from '../facts/fact';
import { originOf } from '../replay/requests/origin';
import type { ChangeRow, Exchange, Row, Transmission } from '../replay/rows/exchange';
import { type Bead, sentBeads, setBeads, withheldBeads } from './bead';
import { chainAt, isPreflight } from './chain';
import { type CookieCounts, countsOf, summedCounts } from './counts';

/** The sequence diagram of one chain of requests, or of one change without a response. */
export type Diagram = RequestDiagram | ChangeDiagram;

export interface RequestDiagram {
  readonly kind: 'requests';
  /** The browser first, then each server in the order it was asked. */
  readonly lifelines: readonly Lifeline[];
  readonly hops: readonly Hop[];
  readonly counts: CookieCounts;
}

interface ChangeDiagram {
  readonly kind: 'change';
  readonly change: ChangeRow;
}

export interface Lifeline {
  /** `browser`, or a host with its port. */
  readonly id: string;
  readonly kind: 'browser' | 'first-party' | 'third-party' | 'unknown-party';
  readonly host: string;
}

/** How the requested site stands to what caused the request. */
type Relation = 'same-origin' | 'same-site' | 'cross-site' | 'browser' | 'cannot-tell';

/** What asked for a request, as far as the browser tells. */
interface Cause {
  /** URL of the page or frame that asked, or its origin where no more is told; null = not told, or the browser itself. */
  readonly from: string | null;
  /** It asked from inside a frame, or was for one. */
  readonly inFrame: boolean;
}

/** One request arrow and the response arrow that came back. */
export interface Hop {
  readonly exchange: string;
  /** From 1. */
  readonly number: number;
  /** The lifeline the request goes to. */
  readonly to: string;
  readonly role: 'preflight' | 'redirect' | 'first';
  readonly at: Instant;
  readonly method: string;
  readonly url: string;
  readonly type: Exchange['sent']['type'];
  readonly purpose: Exchange['sent']['purpose'];
  readonly relation: Relation;
  readonly cause: Cause;
  readonly transmission: Transmission;
  readonly sent: readonly Bead[];
  readonly withheld: readonly Bead[];
  readonly answer: HopAnswer;
}

/** What came back, or why nothing did. */
export type HopAnswer =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly took: Milliseconds;
      readonly redirectsTo: string | null;
      /** Media type without parameters; null = not told. */
      readonly mediaType: string | null;
      readonly fromCache: boolean;
      readonly set: readonly Bead[];
    }
  | { readonly kind: 'internal-redirect'; readonly status: number | null; readonly to: string }
  | { readonly kind: 'cached'; readonly status: number | null }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'waiting' };

/**
 * The diagram of the chain that the row at `place` belongs to; null for a gap or a navigation.
 * @param place index in `rows`; one that is outside gives null
 */
export function diagramAt(rows: readonly Row[], place: number): Diagram | null {
  const row = rows[place];
  switch (row?.kind) {
    case undefined:
    case 'gap':
    case 'navigation':
      return null;
    case 'change':
      return { kind: 'change', change: row };
    case 'exchange':
      return diagramOf(chainAt(rows, place));
    default:
      return row satisfies never;
  }
}

/** @param chain hops that belong together, in order */
export function diagramOf(chain: readonly Exchange[]): RequestDiagram {
  const hops = chain.map((exchange, index) => hopOf(exchange, index));
  return {
    kind: 'requests',
    lifelines: lifelinesOf(chain),
    hops,
    counts: summedCounts(chain.map(countsOf)),
  };
}

function lifelinesOf(chain: readonly Exchange[]): readonly Lifeline[] {
  const servers = new Map<string, Lifeline>();
  for (const exchange of chain) {
    const host = hostOf(exchange.url);
    const kind = exchange.thirdParty === null ? 'unknown-party' : exchange.thirdParty ? 'third-party' : 'first-party';
    if (!servers.has(host)) servers.set(host, { id: host, kind, host });
  }
  return [{ id: 'browser', kind: 'browser', host: '' }, ...servers.values()];
}

function hopOf(exchange: Exchange, index: number): Hop {
  const { id, at, url, sent, transmission } = exchange;
  return {
    exchange: id,
    number: index + 1,
    to: hostOf(url),
    role: isPreflight(exchange) ? 'preflight' : exchange.hop > 0 ? 'redirect' : 'first',
    at,
    method: sent.method,
    url,
    type: sent.type,
    purpose: sent.purpose,
    relation: relationOf(exchange),
    cause: causeOf(exchange),
    transmission,
    sent: sentBeads(exchange),
    withheld: withheldBeads(exchange),
    answer: answerOf(exchange),
  };
}

function relationOf({ context, url }: Exchange): Relation {
  const { initiator } = context;
  if (initiator === null) return 'browser';
  if (typeof initiator !== 'string') return 'cannot-tell';
  const origin = originOf(url);
  if (initiator === origin) return 'same-origin';
  return isSameSite(siteOf(initiator), siteOf(origin), true) ? 'same-site' : 'cross-site';
}

/** A frame's own document is asked for by the page around it: then the initiator says more than the document does. */
function causeOf({ sent, context }: Exchange): Cause {
  const { documentUrl, initiator, type } = sent;
  const opensDocument = type === 'document' || type === 'subdocument';
  const known = opensDocument ? null : documentUrl;
  const origin = initiator ?? (typeof context.initiator === 'string' ? context.initiator : null);
  return { from: known ?? (origin === 'null' ? null : origin), inFrame: !isTop(sent) };
}

function answerOf(exchange: Exchange): HopAnswer {
  const { received, state, status, redirectsTo, fromCache } = exchange;
  if (received && exchange.took !== null) {
    const mediaType =
      received.headers
        .find(({ name }) => name === 'content-type')
        ?.value.split(';')[0]
        ?.trim() ?? null;
    return {
      kind: 'response',
      status: received.status,
      took: exchange.took,
      redirectsTo,
      mediaType,
      fromCache,
      set: setBeads(exchange),
    };
  }
  if (state === 'failed') return { kind: 'failed', error: exchange.error ?? '' };
  if (redirectsTo !== null) return { kind: 'internal-redirect', status, to: redirectsTo };
  return state === 'completed' ? { kind: 'cached', status } : { kind: 'waiting' };
}

/** Host and port. */
const hostOf = (url: string): string => originOf(url).replace(/^[^:]+:\/\//, '');

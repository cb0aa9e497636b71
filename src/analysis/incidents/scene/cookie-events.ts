import { addTo } from '../../engine/base/lists';
import type { Bytes } from '../../engine/base/units';
import type { Identity } from '../../engine/jar/identity';
import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import type { ChangeRow, Exchange, Row, SetLine, SetOutcome } from '../../replay/rows/exchange';
import { outcomeOf } from '../../rules/subject/cookie-record';
import { identityOf } from '../../session/cookies/line-identity';
import { type Chunked, shouldYield } from '../../session/shared/chunked';
import { firstFrom } from '../../session/shared/ordered';
import { type Application, applicationOf } from './application';

/** Something that happened to a cookie of one name, in the order of the facts. */
export type CookieEvent =
  | {
      readonly kind: 'line';
      readonly seq: number;
      readonly identity: Identity;
      readonly exchange: Exchange;
      readonly line: SetLine;
      /** What became of it, observed before predicted; null = cannot tell. */
      readonly outcome: SetOutcome | null;
      /** Of the address that it came from. */
      readonly application: Application;
    }
  | { readonly kind: 'change'; readonly seq: number; readonly identity: Identity; readonly row: ChangeRow };

type LineEvent = Extract<CookieEvent, { readonly kind: 'line' }>;

/** What happened to the cookies of a recording, by site and name. */
export class CookieEvents {
  readonly #bySite = new Map<string, Map<Bytes, CookieEvent[]>>();

  static *of(rows: readonly Row[]): Chunked<CookieEvents> {
    const events = new CookieEvents();
    for (const [at, row] of rows.entries()) {
      if (shouldYield(at)) yield;
      if (row.kind === 'change')
        events.#add(row.change.cookie.domain, { kind: 'change', seq: row.change.seq, identity: row.change.cookie, row });
      if (row.kind !== 'exchange' || row.lines.length === 0) continue;
      const parts = urlParts(row.url);
      if (parts === null) continue;
      const seq = row.received?.seq ?? row.sent.seq;
      const application = applicationOf(row);
      for (const line of row.lines) {
        const identity = identityOf(line, parts);
        events.#add(parts.host, { kind: 'line', seq, identity, exchange: row, line, outcome: outcomeOf(line), application });
      }
    }
    for (const names of events.#bySite.values()) {
      yield;
      for (const list of names.values()) list.sort((a, b) => a.seq - b.seq);
    }
    return events;
  }

  /** The names of a site's cookies. @param site registrable domain, or host where there is none */
  names(site: string): readonly Bytes[] {
    return [...(this.#bySite.get(site)?.keys() ?? [])];
  }

  /** What happened to the cookies of this name, in order. */
  of(site: string, name: Bytes): readonly CookieEvent[] {
    return this.#bySite.get(site)?.get(name) ?? NONE;
  }

  /** The last of them up to the fact of this number, the latest first. */
  *before(site: string, name: Bytes, seq: number): Generator<CookieEvent> {
    const list = this.of(site, name);
    const end = firstFrom(list, seq, (event) => event.seq);
    for (let at = end - 1; at >= Math.max(0, end - MOST); at--) {
      const event = list[at];
      if (event !== undefined) yield event;
    }
  }

  /** The line that last set this cookie before a request; null = none was recorded. */
  setterOf(site: string, cookie: Identity, seq: number): LineEvent | null {
    for (const event of this.before(site, cookie.name, seq)) {
      if (event.kind === 'line' && isSame(event.identity, cookie) && leavesCookie(event.outcome)) return event;
    }
    return null;
  }

  #add(host: string, event: CookieEvent): void {
    const site = siteDomain(host);
    const names = this.#bySite.get(site) ?? new Map<Bytes, CookieEvent[]>();
    this.#bySite.set(site, names);
    addTo(names, event.identity.name, event);
  }
}

const NONE: readonly CookieEvent[] = [];
/** A cookie that is set with every answer has as many events as there are answers: what is long past explains nothing. */
const MOST = 100;

/** Whether the cookie is in the jar after a line with this outcome. */
export const leavesCookie = (outcome: SetOutcome | null): boolean =>
  outcome === 'stored' || outcome === 'replaced' || outcome === 'unchanged';

/** Whether two cookies are one, as far as changes tell: the bit of a cross-site ancestor may be missing in one. */
export const isSame = (a: Identity, b: Identity): boolean =>
  a.name === b.name &&
  a.domain === b.domain &&
  a.path === b.path &&
  a.partition?.topLevelSite === b.partition?.topLevelSite &&
  a.hostOnly === b.hostOnly;

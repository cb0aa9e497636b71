import type { PartitionKey } from '../../engine/base/partition-key';
import type { Bytes } from '../../engine/base/units';
import type { ParsedLine } from '../../engine/header/parsed-line';
import type { Identity } from '../../engine/jar/identity';
import type { StoredCookie } from '../../engine/jar/stored-cookie';

import type { ChangeRow, Exchange, SetLine } from '../../replay/rows/exchange';
import type { CookieKey } from '../../session/cookies/cookie-key';
import type { Csrf } from '../../session/csrf/csrf';
import type { Role, RoleVerdict } from '../../session/shared/role-kinds';
import type { SignIn } from '../../session/sign-in/session-kinds';
import type { TokenReading } from '../../session/values/reading';
import type { Garbled } from './garbled';
import type { Missed } from './missed';

/** What a rule looks at: one Set-Cookie line, one cookie, one sign-in, or a site as a whole. */
export type Subject = LineSubject | CookieSubject | SessionSubject | SiteSubject;
export type Scope = Subject['kind'];
export type SubjectOf<S extends Scope> = Extract<Subject, { readonly kind: S }>;

/** `own`: of the site that is looked at; `third`: embedded in it and for others to fix. */
export type Party = 'own' | 'third';

/** How a request went: encrypted, in the clear, or to this machine, which browsers trust without encryption. */
export type Channel = 'https' | 'local' | 'http';

/** A row of the recording, and which of its Set-Cookie lines (null = the request itself). */
export interface Place {
  readonly row: string;
  readonly line: number | null;
}

/**
 * All Set-Cookie lines for one cookie that are alike but for value and date: the latest stands for them.
 * A line that deletes is none of those that set.
 */
export interface LineSubject {
  readonly kind: 'line';
  /** Of the cookie that it sets, would have set, or was meant to delete. */
  readonly key: CookieKey;
  readonly identity: Identity;
  readonly exchange: Exchange;
  readonly set: SetLine;
  readonly read: ParsedLine;
  /** How many lines were alike, and the first few of them. */
  readonly count: number;
  readonly places: readonly Place[];
  /** Whether it asks to remove the cookie: Max-Age of 0 or less, or a date in the past. */
  readonly deletes: boolean;
  readonly host: string;
  readonly channel: Channel;
  readonly party: Party;
  readonly role: RoleVerdict;
  /** As of its cookie. */
  readonly crossSite: CrossSite;
  readonly missed: readonly Missed[];
  /** Two cookies in one line, or a value cut at its semicolon: what its attributes say is not what was meant; null = neither. */
  readonly garbled: Garbled | null;
}

/** Uses of a cookie by requests of other sites with which only SameSite=None goes along, and the first of them. */
type CrossSite = Occurrences & { readonly first: Exchange | null };

/** How often something happened and the first few places of it. */
export interface Occurrences {
  readonly count: number;
  readonly places: readonly Place[];
}

/** One cookie: same name, domain, path and partition. */
export interface CookieSubject {
  readonly kind: 'cookie';
  readonly key: CookieKey;
  readonly name: Bytes;
  /** Without a leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: Bytes;
  readonly partition: PartitionKey | null;
  readonly party: Party;
  readonly role: RoleVerdict;
  /** As the jar last had it; null = it never did (refused, or sent without having been seen stored). */
  readonly last: StoredCookie | null;
  /** Whether it has left the jar since. */
  readonly gone: boolean;
  /** Every kind of line that set it, the latest first; deletions are not among them. */
  readonly lines: readonly LineSubject[];
  /** Script writes, or changes by other tabs, that set it. */
  readonly writes: readonly ChangeRow[];
  /** The best channel that its hosts were asked over. */
  readonly channel: Channel;
  readonly sent: Occurrences;
  readonly withheld: Occurrences;
  readonly crossSite: CrossSite;
  /** Failed requests from which it was withheld, the first few. */
  readonly missed: readonly Missed[];
  /** Sent without encryption, this machine aside. */
  readonly sentInClear: Occurrences;
  /** Sent twice in one request, in two scopes. */
  readonly shadowed: Occurrences;
  /** Those other cookies: what is known of each. */
  readonly rivals: () => readonly CookieSubject[];
  /** Set again to the value it had, with no lifetime to renew. */
  readonly repeated: Occurrences;
  /** Responses to requests that carried it. */
  readonly answered: number;
  /** How often it went to each host. */
  readonly hosts: ReadonlyMap<string, HostUse>;
  /** First path segments of the pages that its hosts served. */
  readonly neighbours: ReadonlySet<string>;
  /** Distinct values that responses gave it, in order, at most twenty. */
  readonly values: readonly Bytes[];
  readonly hsts: Hsts;
  /** What its value is, read once and when asked. As secret as the value, its notes are not. */
  readonly token: () => TokenReading | null;
}

interface HostUse {
  readonly sent: number;
  /** Requests of documents and frames, fetches and posts: what an application answers itself. */
  readonly dynamic: number;
  readonly places: readonly Place[];
}

/** Strict-Transport-Security of a host, as last seen; `unseen`: no https response of it was recorded. `lapses`: pages without it. */
export type Hsts =
  | { readonly kind: 'unseen' }
  | { readonly kind: 'absent'; readonly places: readonly Place[] }
  | {
      readonly kind: 'given';
      readonly maxAge: number;
      readonly includeSubDomains: boolean;
      readonly lapses: number;
      readonly places: readonly Place[];
    };

/** A site as a whole: its own requests and cookies. */
export interface SiteSubject {
  readonly kind: 'site';
  /** Registrable domain, or the host where there is none. */
  readonly site: string;
  readonly channel: Channel;
  /** In the jar now. */
  readonly cookies: readonly CookieSubject[];
  readonly hosts: ReadonlyMap<string, HostSeen>;
  /** The longest Cookie header that went out; null = none did. */
  readonly longestHeader: { readonly octets: number; readonly cookies: number; readonly place: Place } | null;
  readonly leaks: readonly Leak[];
  /** Cookies of the site that the browser threw out to make room. */
  readonly evicted: readonly (Evicted & { readonly role: Role })[];
}

export interface Evicted {
  readonly key: CookieKey;
  readonly name: Bytes;
  readonly place: Place;
}

export interface HostSeen {
  readonly channel: Channel;
  readonly documents: number;
  readonly hsts: Hsts;
}

/** The id of a session in an address, where logs, histories and other sites can see it. */
export interface Leak {
  readonly where: 'url' | 'referer';
  /** The parameter that holds it; null = a piece of the path. */
  readonly parameter: string | null;
  /** The cookie whose value it is; null = known by the parameter's name alone. */
  readonly cookie: Bytes | null;
  /** Only its beginning or its end, as of an id without its signature. */
  readonly isPart: boolean;
  readonly host: string;
  /** Whether the address went to another site. */
  readonly thirdParty: boolean;
  readonly places: readonly Place[];
}

/** A stretch of being signed in. */
export interface SessionSubject {
  readonly kind: 'session';
  /** Its place among the recording's: 1 for the first. */
  readonly number: number;
  readonly signIn: SignIn;
  /** How requests of the site are guarded against forgery. */
  readonly csrf: Csrf;
  readonly cookieOf: (key: CookieKey) => CookieSubject | null;
}

/**
 * Whether the site answers for a cookie now: it was in the jar, and either still is or was set while recording. One that
 * was only ever refused is told by its line; one that only went away is nobody's fault any more.
 */
export const isAnswerable = ({ last, gone, lines, writes }: CookieSubject): boolean =>
  last !== null && (!gone || lines.length > 0 || writes.length > 0);

/** Whether the browser's jar was seen to hold it. From a HAR, which has no jar, it is only predicted to. */
export const isSeenInJar = ({ last, lines, writes }: CookieSubject): boolean =>
  last !== null && (lines.length === 0 || writes.length > 0 || lines.some(wasSeenStored));

const wasSeenStored = ({ set }: LineSubject): boolean =>
  set.observed.outcome === 'stored' || set.observed.outcome === 'replaced' || set.observed.outcome === 'unchanged';

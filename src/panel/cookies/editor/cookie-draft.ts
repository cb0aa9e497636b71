import { bytes, text } from '../../../analysis/engine/base/bytes';
import type { PartitionKey } from '../../../analysis/engine/base/partition-key';
import { instant } from '../../../analysis/engine/base/units';
import type { Reason } from '../../../analysis/engine/verdict/verdict';
import type { JarCookie, RecorderStarted } from '../../../analysis/facts/fact';
import { lineOfCookie } from '../../../analysis/fixes/line-of';
import { ALONE, DIRECT } from '../../state/trial';
import { tried } from '../../state/tried';

/** A cookie as the form has it: every field as text or a choice. */
export interface CookieDraft {
  readonly name: string;
  readonly value: string;
  /** Without a leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: JarCookie['sameSite'];
  /** Local date and time, `2026-11-29T12:00:00`; empty = until the browser is closed. */
  readonly expires: string;
  readonly partition: PartitionKey | null;
}

/** A field that no browser can be asked to write. */
export type DraftFault = 'domain' | 'expires' | 'path' | 'value';

export const draftOf = ({ expires, ...cookie }: JarCookie): CookieDraft => ({
  ...cookie,
  name: text(cookie.name),
  value: text(cookie.value),
  path: text(cookie.path),
  expires: expires === null ? '' : localTime(expires),
});

/** An empty cookie for a host. */
export const emptyDraft = (host: string, secure: boolean): CookieDraft => ({
  name: '',
  value: '',
  domain: host,
  hostOnly: true,
  path: '/',
  secure,
  httpOnly: false,
  sameSite: 'lax',
  expires: '',
  partition: null,
});

/** The first field at fault; null = none. What a browser would refuse is no fault: it is asked, and says so itself. */
export function faultOf({ domain, expires, path }: CookieDraft): DraftFault | null {
  if (!URL.canParse(`http://${domain}/`) || /[/?#@:\s]/.test(domain.replace(/^\[[\da-f:.]*\]$/i, ''))) return 'domain';
  if (!path.startsWith('/')) return 'path';
  return expires !== '' && Number.isNaN(Date.parse(expires)) ? 'expires' : null;
}

/**
 * The cookie that a draft without a fault stands for.
 * @param before what was edited: octets and milliseconds that the form does not show stay as they were
 */
export function cookieOf(draft: CookieDraft, before: JarCookie | null): JarCookie {
  const was = before === null ? null : draftOf(before);
  const unlessChanged = <K extends 'name' | 'value' | 'path'>(field: K): JarCookie[K] =>
    before !== null && was?.[field] === draft[field] ? before[field] : bytes(draft[field]);
  return {
    ...draft,
    name: unlessChanged('name'),
    value: unlessChanged('value'),
    path: unlessChanged('path'),
    domain: draft.domain.toLowerCase(),
    expires: before !== null && was?.expires === draft.expires ? before.expires : timeOf(draft.expires),
  };
}

const timeOf = (expires: string): JarCookie['expires'] => (expires === '' ? null : instant(Date.parse(expires)));

/** Why the recorded browser would refuse this cookie of a server of its host; empty = it would take it. */
export function objections(cookie: JarCookie, browser: RecorderStarted['browser'], at: number): readonly Reason[] {
  const { domain, secure, partition, path } = cookie;
  const answer = tried(
    {
      ...ALONE,
      ...DIRECT,
      line: text(lineOfCookie(cookie)),
      url: `${secure ? 'https' : 'http'}://${domain}${text(path)}`,
      as: partition === null ? 'page' : 'frame',
      top: partition?.topLevelSite ?? '',
      method: 'GET',
      next: null,
      thirdParty: 'default',
    },
    instant(at),
  );
  const own = answer?.verdicts.find(({ profile }) => profile === browser)?.decision;
  return own?.outcome === 'rejected' ? own.reasons.slice(0, 1) : [];
}

/** The changes that are offered for what a browser would refuse. */
const MENDS = [
  { secure: true },
  { hostOnly: true },
  { path: '/' },
  { httpOnly: true },
] as const satisfies readonly Partial<CookieDraft>[];
type Mend = 'secure' | 'hostOnly' | 'path' | 'httpOnly';

/** The fewest changes with which the recorded browser would take a draft that it refuses; null = none of these would do. */
export function mended(
  draft: CookieDraft,
  isTaken: (draft: CookieDraft) => boolean,
): { readonly draft: CookieDraft; readonly changes: readonly Mend[] } | null {
  const missing = MENDS.filter((mend) => Object.entries(mend).some(([field, to]) => draft[field as Mend] !== to));
  const sets: (readonly Partial<CookieDraft>[])[] = [[]];
  for (const mend of missing) sets.push(...sets.map((set) => [...set, mend]));
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    const changed: CookieDraft = Object.assign({ ...draft }, ...set);
    if (set.length > 0 && isTaken(changed))
      return { draft: changed, changes: set.flatMap((mend) => Object.keys(mend) as readonly Mend[]) };
  }
  return null;
}

/**
 * What was changed of a cookie, on the cookie as it is by now.
 * @param before as it was when the form opened: what is as it was then stays as the site has set it since
 */
export function onCurrent(after: JarCookie, before: JarCookie, now: JarCookie): JarCookie {
  const of = <K extends keyof JarCookie>(field: K): JarCookie[K] => (after[field] === before[field] ? now[field] : after[field]);
  return {
    ...after,
    value: of('value'),
    secure: of('secure'),
    httpOnly: of('httpOnly'),
    sameSite: of('sameSite'),
    expires: of('expires'),
  };
}

function localTime(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19);
}

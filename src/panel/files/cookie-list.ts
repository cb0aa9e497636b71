import { siteDomain } from '../../analysis/engine/site/registrable';
import type { Reason } from '../../analysis/engine/verdict/verdict';
import type { JarCookie, RecorderStarted } from '../../analysis/facts/fact';
import { isSameCookie } from '../../analysis/replay/jar-history/cookie-keys';
import type { Replay } from '../../analysis/replay/replay';
import { objections } from '../cookies/editor/cookie-draft';

/** What writing a cookie of a file would do. */
export type Standing =
  /** The browser would not take it of a server. Predicted. */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** It is over: writing it deletes what is there. */
  | { readonly kind: 'expired' }
  /** The jar holds the same. */
  | { readonly kind: 'same' }
  | { readonly kind: 'replaces' }
  /** The recording knows none like it. */
  | { readonly kind: 'new' };

/** A cookie of a file beside what the jar holds. */
export interface ListedCookie {
  /** Its place in the file's list. */
  readonly index: number;
  readonly cookie: JarCookie;
  /** What it would replace; null = nothing that is known. */
  readonly before: JarCookie | null;
  readonly standing: Standing;
}

export interface ComparedJar {
  readonly jar: Pick<Replay['jar'], 'find'>;
  readonly browser: RecorderStarted['browser'];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** In the order of what is to be looked at: refused and expired ones, then those that replace one, then new ones. */
export function listedCookies(cookies: readonly JarCookie[], against: ComparedJar): readonly ListedCookie[] {
  const all = cookies.map((cookie, index): ListedCookie => {
    const before = against.jar.find(cookie);
    return { index, cookie, before, standing: standingOf(cookie, before, against) };
  });
  return ORDER.flatMap((kind) => all.filter(({ standing }) => standing.kind === kind));
}

const ORDER: readonly Standing['kind'][] = ['refused', 'expired', 'replaces', 'same', 'new'];

function standingOf(cookie: JarCookie, before: JarCookie | null, { browser, at }: ComparedJar): Standing {
  if (cookie.expires !== null && cookie.expires <= at) return { kind: 'expired' };
  const [reason] = objections(cookie, browser, at);
  if (reason !== undefined) return { kind: 'refused', reason };
  if (before === null) return { kind: 'new' };
  return { kind: isSameCookie(cookie, before) ? 'same' : 'replaces' };
}

/** Whether it is ticked at first: what would change something as the file means it. */
export const isTicked = ({ standing }: ListedCookie): boolean => standing.kind === 'new' || standing.kind === 'replaces';

/** The cookies of a site: of its registrable domain, or of a host that has none. */
export const ofSite = (cookies: readonly JarCookie[], site: string): readonly JarCookie[] =>
  cookies.filter(({ domain }) => siteDomain(domain) === site);

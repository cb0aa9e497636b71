import type { JarCookie } from '../facts/jar-cookie';
import { nameWithoutIds } from './request-key';

/** In what two cookies of the same identity may differ. Their values and the time of their end are expected to. */
export type CookieAspect = 'secure' | 'httpOnly' | 'sameSite' | 'session';

/** A cookie that the jars do not hold alike at the end; null = that one has none. */
export interface CookieDifference {
  readonly a: JarCookie | null;
  readonly b: JarCookie | null;
  /** Empty = only one has it. */
  readonly aspects: readonly CookieAspect[];
}

export interface JarDifferences {
  readonly different: readonly CookieDifference[];
  /** How many are in both with the same attributes, and how many of these have another value. */
  readonly same: number;
  readonly otherValues: number;
}

/** Two jars side by side, in the order of the first. */
export function jarDifferences(a: readonly JarCookie[], b: readonly JarCookie[]): JarDifferences {
  const theirs = new Map(b.map((cookie) => [jarKey(cookie), cookie]));
  const different: CookieDifference[] = [];
  let same = 0;
  let otherValues = 0;
  for (const cookie of a) {
    const other = theirs.get(jarKey(cookie)) ?? null;
    theirs.delete(jarKey(cookie));
    const aspects = other === null ? [] : aspectsOf(cookie, other);
    if (other === null || aspects.length > 0) different.push({ a: cookie, b: other, aspects });
    else {
      same++;
      if (cookie.value !== other.value) otherValues++;
    }
  }
  for (const cookie of theirs.values()) different.push({ a: null, b: cookie, aspects: [] });
  return { different, same, otherValues };
}

const jarKey = ({ name, domain, hostOnly, path, partition }: JarCookie): string =>
  [nameWithoutIds(name), domain, hostOnly, path, partition?.topLevelSite ?? ''].join('\t');

function aspectsOf(a: JarCookie, b: JarCookie): readonly CookieAspect[] {
  const differs: Readonly<Record<CookieAspect, boolean>> = {
    secure: a.secure !== b.secure,
    httpOnly: a.httpOnly !== b.httpOnly,
    sameSite: a.sameSite !== b.sameSite,
    session: (a.expires === null) !== (b.expires === null),
  };
  return (Object.keys(differs) as CookieAspect[]).filter((aspect) => differs[aspect]);
}

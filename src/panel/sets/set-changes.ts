import type { JarCookie } from '../../analysis/facts/fact';
import { identityKey } from '../../analysis/replay/jar-history/cookie-keys';
import { type ComparedJar, type ListedCookie, listedCookies, type Standing } from '../files/cookie-list';
import type { CookieEdit } from '../state/edits';

/** What makes the site's cookies those of a set. */
export interface SetChanges {
  /** New ones, and those that replace one of other value or attributes. */
  readonly written: readonly ListedCookie[];
  /** The set does not have them. */
  readonly deleted: readonly JarCookie[];
  readonly same: readonly ListedCookie[];
  /** Of the set; they have expired since it was saved, and are not written. */
  readonly expired: readonly ListedCookie[];
}

/** @param held the site's cookies as they are now */
export function setChanges(set: readonly JarCookie[], held: readonly JarCookie[], against: ComparedJar): SetChanges {
  const listed = listedCookies(set, against);
  const are = (...kinds: readonly Standing['kind'][]) => listed.filter(({ standing }) => kinds.includes(standing.kind));
  const expired = are('expired');
  const stay = new Set(listed.filter((each) => !expired.includes(each)).map(({ cookie }) => identityKey(cookie)));
  return {
    // What the browser would refuse of a server it has taken before: it may have come from a script or an extension.
    written: are('replaces', 'new', 'refused'),
    deleted: held.filter((cookie) => !stay.has(identityKey(cookie))),
    same: are('same'),
    expired,
  };
}

/** The writes of a switch. */
export const editsOf = ({ written, deleted }: SetChanges): readonly CookieEdit[] => [
  ...written.map(({ cookie, before }) => ({ before, after: cookie })),
  ...deleted.map((cookie) => ({ before: cookie, after: null })),
];

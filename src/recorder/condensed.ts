import type {
  CookieChanged,
  Draft,
  Fact,
  JarCookie,
  JarSnapshot,
  NavigationCommitted,
  RecorderStarted,
  RequestId,
} from '../analysis/facts/fact';

/**
 * What must be known of dropped facts to read those that follow: which browser, which frames the tab has, what the jar held
 * as far as it was seen, and the requests under way.
 * @param isOpen whether a request has not ended yet
 * @param cause what was dropped because of the limit leaves a gap, what the reader cleared does not
 */
export function condensed(
  facts: readonly Fact[],
  isOpen: (request: RequestId) => boolean,
  cause: 'cleared' | 'dropped',
): readonly Draft[] {
  let started: RecorderStarted | null = null;
  let jar: Jar | null = null;
  const frames = new Map<number, NavigationCommitted>();
  const open: Fact[] = [];
  for (const fact of facts) {
    switch (fact.kind) {
      case 'recorder-started':
        started ??= fact;
        break;
      case 'navigation-committed':
        // A new page in the tab: the frames of the one before are gone.
        if (fact.frameId === 0) frames.clear();
        frames.set(fact.frameId, fact);
        break;
      case 'jar-snapshot':
        jar = afterReading(jar, fact);
        break;
      case 'cookie-changed':
        if (jar) change(jar, fact);
        break;
      default:
        if ('request' in fact && isOpen(fact.request)) open.push(fact);
    }
  }
  const existing = [...frames.values()].map((frame): Draft => ({ ...frame, transition: 'existing', qualifiers: [] }));
  const snapshot = jar === null ? [] : [{ ...jar.reading, cookies: [...jar.cookies.values()], site: null } satisfies Draft];
  const first = facts[0];
  const gap = cause === 'dropped' && first && started ? [gapOf(started, facts.at(-1) ?? first)] : [];
  return [...(started ? [started] : []), ...gap, ...existing, ...snapshot, ...open];
}

const gapOf = ({ at, tabId }: RecorderStarted, last: Fact): Draft => ({
  kind: 'recorder-gap',
  at: last.at,
  tabId,
  from: at,
  to: last.at,
  cause: 'quota',
});

interface Jar {
  /** The last reading of the whole store, with the time of the last thing seen. */
  reading: JarSnapshot;
  readonly cookies: Map<string, JarCookie>;
}

/** null = the whole store was not read yet: a part alone says nothing of the rest. */
function afterReading(jar: Jar | null, reading: JarSnapshot): Jar | null {
  if (jar === null && reading.site !== null) return null;
  const before = jar ?? { reading, cookies: new Map() };
  for (const [key, cookie] of before.cookies) if (isListed(cookie, reading)) before.cookies.delete(key);
  for (const cookie of reading.cookies) before.cookies.set(keyOf(cookie), cookie);
  before.reading = { ...before.reading, at: reading.at, partitions: union(before.reading.partitions, reading.partitions) };
  return before;
}

/** Whether the reading would have the cookie if it were still there. */
const isListed = ({ domain, partition }: JarCookie, { site, partitions }: JarSnapshot): boolean =>
  (site === null || isWithin(domain, site)) &&
  (partition === null || partitions === 'all' || partitions.includes(partition.topLevelSite));

const union = (one: JarSnapshot['partitions'], other: JarSnapshot['partitions']): JarSnapshot['partitions'] =>
  one === 'all' || other === 'all' ? 'all' : [...new Set([...one, ...other])];

function change(jar: Jar, { cookie, removed, at }: CookieChanged): void {
  if (removed) jar.cookies.delete(keyOf(cookie));
  else jar.cookies.set(keyOf(cookie), cookie);
  jar.reading = { ...jar.reading, at };
}

const isWithin = (domain: string, site: string): boolean => domain === site || domain.endsWith(`.${site}`);

const keyOf = ({ name, domain, path, partition }: JarCookie): string =>
  JSON.stringify([name, domain, path, partition?.topLevelSite, partition?.crossSiteAncestor]);

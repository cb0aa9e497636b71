import type { SetOutcome } from '../../../src/analysis/replay/rows/exchange';
import type { JarEntry } from '../player';
import type { PlayedAction } from './play';
import type { Arrival } from './traffic-server';
import { hasPair, type Truth } from './truth';
import type { Hop, SetLinePlan } from './walk';

const ALL: readonly SetOutcome[] = [
  'stored',
  'replaced',
  'unchanged',
  'deleted',
  'deleted-nothing',
  'dead-on-arrival',
  'rejected',
];

/** What can have become of a line, by the server's log and the jar; one outcome = it is certain. */
export function setting(truth: Truth, hop: Hop, index: number, arrival: Arrival): readonly SetOutcome[] {
  const planned = truth.planned(hop.id);
  const line = hop.lines[index];
  if (planned === null || line === undefined) return ALL;
  const { action } = planned;
  if (truth.isTouchedOnce(action, line.name)) return outcomesAlone(truth, action, line);
  return ALL.filter((outcome) => isPossible(truth, action, { hop, line, arrival }, outcome));
}

/** Nothing else touched cookies of this name: the jar before and after is enough. */
function outcomesAlone(
  truth: Truth,
  { before, after, to }: PlayedAction,
  { name, value, life }: SetLinePlan,
): readonly SetOutcome[] {
  // What has expired meanwhile was not ended by anybody.
  const old = before.filter((each) => each.name === name && (each.expires === null || each.expires > to + 1000));
  const now = after.filter((each) => each.name === name);
  if (life === 'deletes' || life === 'dead') {
    const isGone = old.some((each) => !now.some((other) => placeOf(each) === placeOf(other)));
    if (life === 'dead') return isGone ? ['dead-on-arrival'] : ['dead-on-arrival', 'rejected'];
    return isGone ? ['deleted'] : ['deleted-nothing', 'rejected'];
  }
  const found = now.filter((each) => each.value === value);
  if (found.length === 0) return ['rejected'];
  const isOld = truth.makers({ name, value }).length > 1;
  // Whether one whose time was nearly up was still there when the line came, the jar before does not tell.
  const wasDue = before.some((each) => each.name === name && !old.includes(each));
  if (wasDue) return ['stored', 'replaced', 'unchanged'];
  return [...new Set(found.flatMap((each) => became(each, old, isOld)))];
}

function became(now: JarEntry, old: readonly JarEntry[], mayBeOld: boolean): readonly SetOutcome[] {
  const before = old.find((each) => placeOf(each) === placeOf(now));
  if (before === undefined) return ['stored'];
  if (before.value !== now.value) return ['replaced'];
  const alike = JSON.stringify(before) === JSON.stringify(now);
  // It was so before: whether the line was taken, the jar does not tell.
  return alike || mayBeOld ? ['unchanged', 'replaced', 'rejected'] : ['replaced', 'unchanged'];
}

/** Several things touched the name: what the line's own value excludes. */
function isPossible(
  truth: Truth,
  { before, after }: PlayedAction,
  { hop, line, arrival: { cookie } }: { readonly hop: Hop; readonly line: SetLinePlan; readonly arrival: Arrival },
  outcome: SetOutcome,
): boolean {
  const { name, value, life } = line;
  if (life === 'deletes') return outcome === 'deleted' || outcome === 'deleted-nothing' || outcome === 'rejected';
  if (life === 'dead') return outcome === 'dead-on-arrival' || outcome === 'rejected';
  if (outcome.startsWith('de')) return false;
  // A worker's script may be asked for again.
  const isOnly = truth.makers({ name, value }).length === 1 && truth.arrivals(hop.id, false).length === 1;
  const wasTaken = truth.isLoadedAhead(hop.id) ? truth.wasHeld({ name, value }) : truth.wasSeen({ name, value });
  if (outcome === 'rejected') return !(isOnly && wasTaken);
  const places = new Set([...before, ...after].filter((each) => each.name === name).map(placeOf));
  // Its own request carried it: it was there before, unless a line before it ends that, or the default path makes it another.
  const wasEnded = hop.lines.slice(0, hop.lines.indexOf(line)).some((each) => each.name === name && isEnding(each));
  if (outcome === 'stored')
    return wasEnded || !(places.size === 1 && hasPair(cookie, name, value) && /;\s*path=/i.test(line.text));
  // Nobody but this line ever gave that value, so it cannot have been there.
  return outcome !== 'unchanged' || !isOnly;
}

const isEnding = ({ life }: SetLinePlan): boolean => life === 'deletes' || life === 'dead';

const placeOf = ({ domain, hostOnly, path, partitionKey }: JarEntry): string =>
  `${domain} ${hostOnly} ${path} ${partitionKey?.topLevelSite ?? ''} ${partitionKey?.crossSiteAncestor ?? ''}`;

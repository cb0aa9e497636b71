import type { Draft, Fact } from '../analysis/facts/fact';
import { keyOf, type Told } from './capture';

/** Of these events each one once, without those that are recorded. */
export function unrecorded(all: readonly Told[], recorded: readonly Fact[]): readonly Told[] {
  const earliest = Math.min(...all.map(({ at }) => at));
  const known = new Set<string>();
  for (const fact of recorded) if (fact.at >= earliest && 'request' in fact) known.add(keyOf(fact.kind, fact.request, fact.at));
  return all.filter(({ key }) => {
    if (key === null) return true;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** An event as it was when it had become a fact already. */
export const toldAs = (fact: Draft, facts: Told['facts']): Told => ({
  tabId: null,
  at: fact.at,
  key: 'request' in fact ? keyOf(fact.kind, fact.request, fact.at) : null,
  facts,
});

/** Whether two facts tell the same of the same hop of a request, though from different events. */
export const isSameStage = (one: Draft, other: Draft): boolean =>
  'request' in one && 'request' in other && one.kind === other.kind && one.request === other.request && one.hop === other.hop;

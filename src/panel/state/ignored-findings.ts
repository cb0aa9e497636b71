import { create } from 'zustand';
import type { IgnoredFinding } from '../../formats/recording/own-recording';
import { store, storedJson } from './preferences-storage';

interface IgnoredFindings {
  /** Of this browser. */
  readonly kept: readonly IgnoredFinding[];
  /** Of the opened file; never stored. */
  readonly ofFile: readonly IgnoredFinding[];
  /** Ignores findings from now on; one that is ignored already gets the new reason. */
  readonly ignore: (ignored: readonly IgnoredFinding[]) => void;
  /** Findings count as findings again. */
  readonly restore: (site: string, findings: readonly string[]) => void;
  readonly open: (ofFile: readonly IgnoredFinding[]) => void;
}

/** Not part of the layout: `forgetLayout` leaves it alone. */
export const IGNORED_KEY = 'ignored-findings';

export const useIgnored = create<IgnoredFindings>((set, get) => {
  const keep = (kept: readonly IgnoredFinding[]) => {
    set({ kept });
    store(IGNORED_KEY, kept.length === 0 ? null : JSON.stringify(kept));
  };
  return {
    kept: storedIgnored(),
    ofFile: [],
    ignore: (ignored) => keep([...without(storedIgnored(), ignored), ...ignored]),
    restore: (site, findings) => {
      const gone = findings.map((finding) => ({ site, finding }));
      set({ ofFile: without(get().ofFile, gone) });
      keep(without(storedIgnored(), gone));
    },
    open: (ofFile) => set({ ofFile }),
  };
});

type Key = Pick<IgnoredFinding, 'site' | 'finding'>;
const keyOf = ({ site, finding }: Key): string => `${site}\n${finding}`;

function without(all: readonly IgnoredFinding[], gone: readonly Key[]): readonly IgnoredFinding[] {
  const keys = new Set(gone.map(keyOf));
  return all.filter((each) => !keys.has(keyOf(each)));
}

/** Reasons by the finding's id, of one site. What this browser keeps stands before what a file says. */
export const reasonsFor = (
  site: string,
  { kept, ofFile }: Pick<IgnoredFindings, 'kept' | 'ofFile'>,
): ReadonlyMap<string, string> =>
  new Map([...ofFile, ...kept].filter((each) => each.site === site).map(({ finding, reason }) => [finding, reason]));

/** As it is stored now: the panel of another tab may have added to it. */
function storedIgnored(): readonly IgnoredFinding[] {
  return ignoredIn(storedJson(IGNORED_KEY));
}

/** What is readable of a stored list. */
function ignoredIn(stored: unknown): readonly IgnoredFinding[] {
  return (Array.isArray(stored) ? stored : []).filter(isIgnored);
}

function isIgnored(each: unknown): each is IgnoredFinding {
  if (typeof each !== 'object' || each === null) return false;
  const { site, finding, reason } = each as Readonly<Record<string, unknown>>;
  return [site, finding, reason].every((part) => typeof part === 'string');
}

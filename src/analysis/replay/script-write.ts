import type { CookieChanged } from '../facts/fact';
import type { StoredCookie } from '../jar/stored-cookie';
import type { ScriptWrite } from './exchange';
import { type Replaced, writeOutcome } from './replaced';
import type { Unexplained } from './unexplained-changes';

/** The row of a change that no response explains. */
export function scriptWrite({ change, previous, replaced }: Unexplained): ScriptWrite {
  return {
    kind: 'script-write',
    id: `script#${change.seq}`,
    at: change.at,
    change,
    outcome: outcomeOf(change, replaced, previous),
    previous,
  };
}

function outcomeOf(
  { cookie, removed, cause }: CookieChanged,
  replaced: Replaced | null,
  previous: StoredCookie | null,
): ScriptWrite['outcome'] {
  if (cause === 'expired' || cause === 'evicted') return cause;
  return removed ? 'deleted' : writeOutcome(cookie, replaced, previous);
}

import type { CookieChanged, JarCookie } from '../facts/fact';
import type { ScriptWrite } from './exchange';
import type { Unexplained } from './unexplained-changes';
import { writeOutcome } from './witness';

/** The row of a change that no response explains. */
export function scriptWrite({ change, previous, replaced }: Unexplained): ScriptWrite {
  return {
    kind: 'script-write',
    id: `script#${change.seq}`,
    at: change.at,
    change,
    outcome: outcomeOf(change, replaced),
    previous,
  };
}

function outcomeOf({ cookie, removed, cause }: CookieChanged, replaced: JarCookie | null): ScriptWrite['outcome'] {
  if (cause === 'expired' || cause === 'evicted') return cause;
  return removed ? 'deleted' : writeOutcome(cookie, replaced);
}

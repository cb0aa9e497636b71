import type { Evidence } from '../../analysis/story/bead';
import type { Profile, Verdict } from '../../analysis/verdict/verdict';
import { say } from '../../words/catalogue';
import { missingWords, reasonWords } from '../../words/verdict-text';
import type { IconName } from '../parts/icon';

/** What becomes of the same cookie under another profile. */
export interface Elsewhere {
  readonly profile: Profile;
  readonly name: string;
  readonly words: string;
  readonly icon: IconName;
  readonly tone: string;
  readonly evidence: Evidence;
  /** Why, where it is not what our browser did. */
  readonly because: string | null;
  readonly differs: boolean;
}

const SHOWN: readonly Profile[] = ['chromium', 'firefox', 'spec'];

/**
 * The other profiles' answers. The standard's own is left out where both browsers agree with it.
 * @param own the recording's browser
 * @param allowed what our browser's profile answers
 */
export function elsewhereOf(
  own: Profile,
  side: 'set' | 'send',
  allowed: Verdict['allowed'],
  explain: (profile: Profile) => Verdict | null,
): readonly Elsewhere[] {
  const out: Elsewhere[] = [];
  for (const profile of SHOWN) {
    if (profile === own) continue;
    const verdict = explain(profile);
    if (!verdict) continue;
    const differs = verdict.allowed !== allowed;
    if (profile === 'spec' && !differs) continue;
    out.push(one(profile, side, verdict, differs));
  }
  return out;
}

function one(profile: Profile, side: 'set' | 'send', verdict: Verdict, differs: boolean): Elsewhere {
  const { allowed, steps, reasons } = verdict;
  const base = { profile, name: say(`profile.${profile}`), differs };
  if (allowed === 'cannot-tell') {
    const missing = steps.find((step) => step.missing !== null)?.missing;
    return {
      ...base,
      words: '',
      icon: 'question',
      tone: 'quiet',
      evidence: 'cannot-tell',
      because: missing ? missingWords(missing) : null,
    };
  }
  const words =
    side === 'set' ? say(allowed ? 'elsewhere.taken' : 'verdict.rejected') : say(allowed ? 'verdict.sent' : 'verdict.withheld');
  const because = differs && !allowed ? reasonWords(reasons[0]) : null;
  return {
    ...base,
    words,
    icon: allowed ? 'check' : side === 'set' ? 'cross' : 'held',
    tone: allowed ? 'ok' : side === 'set' ? 'bad' : 'warn',
    evidence: 'predicted',
    because,
  };
}

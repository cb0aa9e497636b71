import type { Profile, Verdict } from '../../../analysis/engine/verdict/verdict';
import type { Basis } from '../../../analysis/story/bead';
import { say, type WordKey } from '../../../words/catalogue';
import { missingWords, reasonWords } from '../../../words/verdict-text';
import type { IconName } from '../../shared/parts/icon';
import { assumedDefault } from './assumed-default';

/** What becomes of the same cookie under another profile. */
export interface Elsewhere {
  readonly profile: Profile;
  readonly name: string;
  readonly words: string;
  readonly icon: IconName;
  readonly tone: string;
  readonly evidence: Basis;
  /** Why, where it is not what our browser did. */
  readonly because: string | null;
  /** What of the other browser's settings was assumed; null = the answer does not depend on it. */
  readonly assumes: string | null;
  readonly differs: boolean;
}

/** What is asked of the other profiles: does it store the line, act on its deletion, send the cookie. */
type Side = 'set' | 'delete' | 'send';

const WORDS = {
  set: { yes: 'elsewhere.taken', no: 'verdict.rejected' },
  delete: { yes: 'verdict.deleted', no: 'verdict.rejected' },
  send: { yes: 'verdict.sent', no: 'verdict.withheld' },
} as const satisfies Record<Side, { readonly yes: WordKey; readonly no: WordKey }>;

const SHOWN: readonly Profile[] = ['chromium', 'firefox', 'spec'];

/**
 * The other profiles' answers. The standard's own is left out where both browsers agree with it.
 * @param own the recording's browser
 * @param allowed what our browser's profile answers
 */
export function elsewhereOf(
  own: Profile,
  side: Side,
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

function one(profile: Profile, side: Side, verdict: Verdict, differs: boolean): Elsewhere {
  const { allowed, steps, reasons } = verdict;
  const base = { profile, name: say(`profile.${profile}`), differs, assumes: assumedDefault(verdict) };
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
  const words = say(allowed && side === 'delete' && !differs ? 'elsewhere.same' : WORDS[side][allowed ? 'yes' : 'no']);
  const because = differs && !allowed ? reasonWords(reasons[0]) : null;
  return {
    ...base,
    words,
    icon: allowed ? 'check' : side === 'send' ? 'held' : 'cross',
    tone: allowed ? 'ok' : side === 'send' ? 'warn' : 'bad',
    evidence: 'predicted',
    because,
  };
}

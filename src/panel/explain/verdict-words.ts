import type { SentCookie, SetLine, SetObservation, WithheldCookie } from '../../analysis/replay/exchange';
import type { Evidence } from '../../analysis/story/bead';
import type { Prediction, Profile } from '../../analysis/verdict/verdict';
import { say } from '../../words/catalogue';
import { openWords } from '../../words/verdict-text';

/** A statement and its ground. */
export interface Statement {
  readonly evidence: Evidence;
  readonly text: string;
}

export function lineStatements({ observed, predicted }: SetLine, profile: Profile): readonly Statement[] {
  const ground = predictionStatement(predicted, profile);
  return observed.outcome === 'not-observed'
    ? [ground, { evidence: 'cannot-tell', text: silenceWords(observed) }]
    : [observedStatement(observed), ground];
}

export function sentStatements({ predicted }: SentCookie, profile: Profile): readonly Statement[] {
  return [{ evidence: 'observed', text: say('observed.on-wire') }, predictionStatement(predicted, profile)];
}

export function withheldStatements({ predicted }: WithheldCookie, profile: Profile): readonly Statement[] {
  return [{ evidence: 'observed', text: say('observed.not-on-wire') }, predictionStatement(predicted, profile)];
}

function observedStatement(observed: Exclude<SetObservation, { outcome: 'not-observed' }>): Statement {
  const what = say(`verdict.${observed.outcome}`);
  return { evidence: 'observed', text: `${what}: ${say(`observed.${observed.by}`)}` };
}

function silenceWords(observed: Extract<SetObservation, { outcome: 'not-observed' }>): string {
  return say(`not-observed.${observed.why}`);
}

function predictionStatement(predicted: Prediction<string>, profile: Profile): Statement {
  if (predicted.outcome === 'cannot-tell') return { evidence: 'cannot-tell', text: openWords(predicted.missing) };
  const verdict = say(`verdict.${predicted.outcome}` as 'verdict.sent');
  return { evidence: 'predicted', text: say('predicted.outcome', { verdict, profile: say(`profile.${profile}`) }) };
}

/** Where engine and browser disagree about a line: two outcomes, or one outcome with another cookie. */
export function lineDiffers(line: SetLine): string | null {
  if (line.agreement !== 'differs') return null;
  const { observed, predicted, result, seen } = line;
  if (observed.outcome !== predicted.outcome || !result || !seen) return differWords(predicted, observed.outcome);
  const parts = COMPARED.filter((part) => result[part] !== seen[part]).map((part) => say(`compared.${part}`));
  return say('explain.differs-parts', { parts: parts.join(', ') || say('compared.partition') });
}

const COMPARED = ['value', 'domain', 'hostOnly', 'path', 'secure', 'httpOnly', 'sameSite', 'expires'] as const;

/** Both answers by name, where they are not the same. */
export function differWords(predicted: Prediction<string>, observed: string): string {
  const seen = say(`verdict.${observed}` as 'verdict.sent');
  // That they are blocked is only ever the reader's word.
  if (predicted.reasons[0] === 'third-party-blocked') return say('explain.differs-setting', { observed: seen });
  return say('explain.differs', {
    predicted: say(`verdict.${predicted.outcome === 'cannot-tell' ? 'unknown' : predicted.outcome}` as 'verdict.sent'),
    observed: seen,
  });
}

import type { Prediction, Profile } from '../../../analysis/engine/verdict/verdict';
import type {
  ChangeRow,
  Exchange,
  SentCookie,
  SetLine,
  SetObservation,
  WithheldCookie,
} from '../../../analysis/replay/rows/exchange';
import type { Basis } from '../../../analysis/story/bead';
import { say } from '../../../words/catalogue';
import { candidatesText, placeWords } from '../../../words/change-text';
import { listText } from '../../../words/format';
import { basisText, policyEvidence } from '../../../words/policy-text';
import { openWords } from '../../../words/verdict-text';

/** A statement and its ground. */
export interface VerdictStatement {
  readonly evidence: Basis;
  readonly text: string;
}

export function lineStatements(
  { observed, predicted, parsed }: SetLine,
  exchange: Exchange,
  profile: Profile,
): readonly VerdictStatement[] {
  const ground = predictionStatement(predicted, profile);
  const policy = parsed.partitioned ? [] : policyStatements(exchange);
  return observed.outcome === 'not-observed'
    ? [ground, ...policy, { evidence: 'cannot-tell', text: silenceWords(observed) }]
    : [observedStatement(observed), ground, ...policy];
}

/** By what third-party cookies are judged: what was read is observed, what is assumed is not. */
function policyStatements({ id, policy }: Exchange): readonly VerdictStatement[] {
  if (policy === null) return [];
  return [{ evidence: policyEvidence(policy), text: basisText(policy, id) }];
}

export function sentStatements(
  { predicted, cookie }: SentCookie,
  exchange: Exchange,
  profile: Profile,
): readonly VerdictStatement[] {
  if (exchange.transmission === 'uncertain') {
    return [
      { evidence: 'observed', text: say('observed.in-request') },
      { evidence: 'cannot-tell', text: say('observed.no-arrival', { error: exchange.error ?? '' }) },
      predictionStatement(predicted, profile),
    ];
  }
  const policy = cookie?.partition === null ? policyStatements(exchange) : [];
  return [{ evidence: 'observed', text: say('observed.on-wire') }, predictionStatement(predicted, profile), ...policy];
}

export function withheldStatements(
  { predicted, cookie }: WithheldCookie,
  exchange: Exchange,
  profile: Profile,
): readonly VerdictStatement[] {
  const policy = cookie.partition === null ? policyStatements(exchange) : [];
  return [{ evidence: 'observed', text: say('observed.not-on-wire') }, predictionStatement(predicted, profile), ...policy];
}

/** What shows that a cookie changed without a recorded response, and who did it. */
export function changeStatements({ attribution }: ChangeRow): readonly VerdictStatement[] {
  const reported: VerdictStatement = { evidence: 'observed', text: say('observed.change') };
  switch (attribution.kind) {
    case 'other-tab':
      return [reported, { evidence: 'observed', text: say(`observed.other-tab.${attribution.by}`, { host: attribution.host }) }];
    case 'clear-site-data':
      return [reported, { evidence: 'observed', text: say('observed.clear-site-data') }];
    case 'script':
      return [
        reported,
        { evidence: 'observed', text: say('observed.script', { api: attribution.api, place: placeWords(attribution) }) },
      ];
    case 'user':
      return [reported, { evidence: 'observed', text: say('observed.user') }];
    case 'not-recorded':
      return [reported, { evidence: 'cannot-tell', text: candidatesText(attribution) }];
    case 'expiry':
    case 'eviction':
      return [reported];
    default:
      return attribution satisfies never;
  }
}

function observedStatement(observed: Exclude<SetObservation, { outcome: 'not-observed' }>): VerdictStatement {
  const what = say(`verdict.${observed.outcome}`);
  return { evidence: 'observed', text: `${what}: ${say(`observed.${observed.by}`)}` };
}

function silenceWords(observed: Extract<SetObservation, { outcome: 'not-observed' }>): string {
  return say(`not-observed.${observed.why}`);
}

function predictionStatement(predicted: Prediction<string>, profile: Profile): VerdictStatement {
  if (predicted.outcome === 'cannot-tell') return { evidence: 'cannot-tell', text: openWords(predicted.missing) };
  const verdict = say(`verdict.${predicted.outcome}` as 'verdict.sent');
  return { evidence: 'predicted', text: say('predicted.outcome', { verdict, profile: say(`profile.${profile}`) }) };
}

/** Where engine and browser disagree about a line: two outcomes, or one outcome with another cookie. */
export function lineDiffers(line: SetLine, policy: Exchange['policy']): string | null {
  if (line.agreement !== 'differs') return null;
  const { observed, predicted, result, seen } = line;
  if (observed.outcome !== predicted.outcome || !result || !seen) return differWords(predicted, observed.outcome, policy);
  const parts = COMPARED.filter((part) => result[part] !== seen[part]).map((part) => say(`compared.${part}`));
  return say('explain.differs-parts', { parts: listText(parts) || say('compared.partition') });
}

const COMPARED = ['value', 'domain', 'hostOnly', 'path', 'secure', 'httpOnly', 'sameSite', 'expires'] as const;

/** Both answers by name, where they are not the same. */
export function differWords(predicted: Prediction<string>, observed: string, policy: Exchange['policy']): string {
  const seen = say(`verdict.${observed}` as 'verdict.sent');
  if (predicted.reasons[0] === 'third-party-blocked' && policy?.kind === 'assumed')
    return say('explain.differs-setting', { observed: seen });
  return say('explain.differs', {
    predicted: say(`verdict.${predicted.outcome === 'cannot-tell' ? 'unknown' : predicted.outcome}` as 'verdict.sent'),
    observed: seen,
  });
}

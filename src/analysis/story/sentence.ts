import type { Identity } from '../engine/jar/identity';
import type { Prediction, Reason } from '../engine/verdict/verdict';
import type { Attribution } from '../replay/rows/attribution';
import type { ChangeOutcome, ChangeRow, Exchange, SentCookie, SetLine, WithheldCookie } from '../replay/rows/exchange';
import { whatBecame } from './bead';
import { type Survivor, survivorOf } from './scope';

/**
 * The verdict in one sentence, as the key of a message and what fills its slot; `words/verdict-text.ts` says it.
 * `because`: the deciding reason, null where the engine has none. `open`: what would have to be known. `changed`: a change
 * without a recorded response, with who did it.
 */
export type VerdictSentence =
  | { readonly kind: 'plain'; readonly key: PlainKey }
  | { readonly kind: 'because'; readonly key: BecauseKey; readonly reason: Reason | null }
  | { readonly kind: 'open'; readonly key: OpenKey; readonly missing: readonly string[] }
  /** A line that deleted nothing, and the cookie it was likely meant for. */
  | { readonly kind: 'survives'; readonly survivor: Survivor; readonly target: Identity }
  | { readonly kind: 'changed'; readonly outcome: ChangeOutcome; readonly attribution: Attribution };

type PlainKey =
  | 'sentence.stored'
  | 'sentence.replaced'
  | 'sentence.unchanged'
  | 'sentence.deleted'
  | 'sentence.deleted-nothing'
  | 'sentence.sent'
  | 'sentence.sent-unknown'
  | 'sentence.sent-uncertain'
  | 'sentence.dead-on-arrival'
  | 'sentence.dead-on-arrival-gone';
type BecauseKey = 'sentence.rejected' | 'sentence.withheld' | 'sentence.sent-against';
type OpenKey = 'sentence.cannot-tell' | 'sentence.withheld-unknown' | 'sentence.rejected-unknown' | 'sentence.sent-open';

/** What became of a Set-Cookie line. */
export function lineSentence(line: SetLine): VerdictSentence {
  const { kind } = whatBecame(line);
  switch (kind) {
    case 'rejected':
      return negative(line.predicted, 'sentence.rejected', 'sentence.rejected-unknown');
    case 'deleted':
      return { kind: 'plain', key: 'sentence.deleted' };
    case 'deleted-nothing':
      return deletedNothing(line);
    case 'dead-on-arrival':
      return { kind: 'plain', key: line.previous ? 'sentence.dead-on-arrival-gone' : 'sentence.dead-on-arrival' };
    case 'unknown':
      return { kind: 'open', key: 'sentence.cannot-tell', missing: line.predicted.missing };
    case 'stored':
    case 'replaced':
    case 'unchanged':
      return { kind: 'plain', key: `sentence.${kind}` };
    default:
      return kind satisfies never;
  }
}

function deletedNothing(line: SetLine): VerdictSentence {
  const survivor = survivorOf(line);
  return survivor === null
    ? { kind: 'plain', key: 'sentence.deleted-nothing' }
    : { kind: 'survives', survivor, target: line.target };
}

/** Why a cookie was sent, if it was. */
export function sentSentence(
  { cookie, predicted }: SentCookie,
  { transmission }: Pick<Exchange, 'transmission'>,
): VerdictSentence {
  if (transmission === 'uncertain') return { kind: 'plain', key: 'sentence.sent-uncertain' };
  if (cookie === null) return { kind: 'plain', key: 'sentence.sent-unknown' };
  if (predicted.outcome === 'cannot-tell') return { kind: 'open', key: 'sentence.sent-open', missing: predicted.missing };
  if (predicted.outcome === 'withheld')
    return { kind: 'because', key: 'sentence.sent-against', reason: predicted.reasons[0] ?? null };
  return { kind: 'plain', key: 'sentence.sent' };
}

/** Why a cookie was not sent. */
export const withheldSentence = ({ predicted }: WithheldCookie): VerdictSentence =>
  negative(predicted, 'sentence.withheld', 'sentence.withheld-unknown');

/** What became of a cookie without a recorded response, and who did it. */
export const changeSentence = ({ outcome, attribution }: ChangeRow): VerdictSentence => ({
  kind: 'changed',
  outcome,
  attribution,
});

function negative(
  { outcome, reasons, missing }: Prediction<string>,
  because: 'sentence.rejected' | 'sentence.withheld',
  open: 'sentence.rejected-unknown' | 'sentence.withheld-unknown',
): VerdictSentence {
  if (outcome === 'cannot-tell') return { kind: 'open', key: open, missing };
  return { kind: 'because', key: because, reason: reasons[0] ?? null };
}

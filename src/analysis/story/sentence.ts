import type { ScriptWrite, SentCookie, SetLine, WithheldCookie } from '../replay/exchange';
import type { Prediction, Reason } from '../verdict/verdict';
import { whatBecame } from './bead';

/**
 * The verdict in one sentence, as the key of a message and what fills its slot; `words/verdict-text.ts` says it.
 * `because`: the deciding reason, null where the engine has none. `open`: what would have to be known.
 */
export type Sentence =
  | { readonly kind: 'plain'; readonly key: PlainKey }
  | { readonly kind: 'because'; readonly key: BecauseKey; readonly reason: Reason | null }
  | { readonly kind: 'open'; readonly key: OpenKey; readonly missing: readonly string[] };

type PlainKey =
  | 'sentence.stored'
  | 'sentence.replaced'
  | 'sentence.unchanged'
  | 'sentence.deleted'
  | 'sentence.deleted-nothing'
  | 'sentence.sent'
  | 'sentence.sent-unknown'
  | `sentence.by-script.${ScriptWrite['outcome']}`;
type BecauseKey = 'sentence.rejected' | 'sentence.withheld' | 'sentence.sent-against';
type OpenKey = 'sentence.cannot-tell' | 'sentence.withheld-unknown' | 'sentence.rejected-unknown' | 'sentence.sent-open';

/** What became of a Set-Cookie line. */
export function lineSentence(line: SetLine): Sentence {
  const { kind } = whatBecame(line);
  switch (kind) {
    case 'rejected':
      return negative(line.predicted, 'sentence.rejected', 'sentence.rejected-unknown');
    case 'deleted':
      return { kind: 'plain', key: line.previous ? 'sentence.deleted' : 'sentence.deleted-nothing' };
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

/** Why a cookie was sent. */
export function sentSentence({ cookie, predicted }: SentCookie): Sentence {
  if (cookie === null) return { kind: 'plain', key: 'sentence.sent-unknown' };
  if (predicted.outcome === 'cannot-tell') return { kind: 'open', key: 'sentence.sent-open', missing: predicted.missing };
  if (predicted.outcome === 'withheld')
    return { kind: 'because', key: 'sentence.sent-against', reason: predicted.reasons[0] ?? null };
  return { kind: 'plain', key: 'sentence.sent' };
}

/** Why a cookie was not sent. */
export const withheldSentence = ({ predicted }: WithheldCookie): Sentence =>
  negative(predicted, 'sentence.withheld', 'sentence.withheld-unknown');

export const writeSentence = ({ outcome }: ScriptWrite): Sentence => ({ kind: 'plain', key: `sentence.by-script.${outcome}` });

function negative(
  { outcome, reasons, missing }: Prediction<string>,
  because: 'sentence.rejected' | 'sentence.withheld',
  open: 'sentence.rejected-unknown' | 'sentence.withheld-unknown',
): Sentence {
  if (outcome === 'cannot-tell') return { kind: 'open', key: open, missing };
  return { kind: 'because', key: because, reason: reasons[0] ?? null };
}

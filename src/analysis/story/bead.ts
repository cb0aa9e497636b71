import type { Bytes } from '../engine/base/units';
import type { Agreement, Prediction, Reason } from '../engine/verdict/verdict';
import type { Exchange, SentCookie, SetLine, SetOutcome, WithheldCookie } from '../replay/rows/exchange';

/** How we know what a bead says. Never blended: a predicted outcome is not an observed one. */
export type Basis = 'observed' | 'predicted' | 'cannot-tell';

export type BeadKind = 'sent' | 'withheld' | SetOutcome | 'unknown';

/** Where a bead's cookie stands in its exchange. */
interface BeadPlace {
  readonly exchange: string;
  readonly list: 'cookies' | 'withheld' | 'lines';
  readonly index: number;
}

/** One cookie on, under or coming back along a request's wire. */
export interface Bead {
  /** Unique in a recording; stays when the row is replaced. */
  readonly key: string;
  readonly kind: BeadKind;
  readonly name: Bytes;
  readonly value: Bytes;
  readonly evidence: Basis;
  readonly agreement: Agreement;
  /** Why it was withheld or refused: the deciding reason; null = none, or not known. */
  readonly reason: Reason | null;
  /** What would settle it, where it cannot be told. */
  readonly missing: readonly string[];
  readonly place: BeadPlace;
}

/** The beads of the Cookie header, in its order: what went out was seen. */
export const sentBeads = (exchange: Exchange): readonly Bead[] =>
  exchange.cookies.map((cookie, index) => sentBead(exchange, cookie, index));

/** What hangs under the wire: cookies of the jar that did not go out. */
export const withheldBeads = (exchange: Exchange): readonly Bead[] =>
  exchange.withheld.map((cookie, index) => withheldBead(exchange.id, cookie, index));

/** One bead a Set-Cookie line. */
export const setBeads = (exchange: Exchange): readonly Bead[] => exchange.lines.map((line) => setBead(exchange.id, line));

function sentBead({ id, transmission }: Exchange, { name, value, predicted, agreement }: SentCookie, index: number): Bead {
  const place: BeadPlace = { exchange: id, list: 'cookies', index };
  return {
    key: keyOf(place),
    kind: 'sent',
    name,
    value,
    // No server is known to have got what a request bore that failed before a response.
    evidence: transmission === 'uncertain' ? 'cannot-tell' : 'observed',
    agreement,
    reason: null,
    missing: predicted.missing,
    place,
  };
}

function withheldBead(exchange: string, { cookie, predicted, agreement }: WithheldCookie, index: number): Bead {
  const { name, value } = cookie;
  const place: BeadPlace = { exchange, list: 'withheld', index };
  const { missing } = predicted;
  return {
    key: keyOf(place),
    kind: 'withheld',
    name,
    value,
    evidence: 'observed',
    agreement,
    reason: firstReason(predicted),
    missing,
    place,
  };
}

function setBead(exchange: string, line: SetLine): Bead {
  const { kind, evidence } = whatBecame(line);
  const { parsed, agreement, predicted } = line;
  const place: BeadPlace = { exchange, list: 'lines', index: line.index };
  const reason = kind === 'rejected' ? firstReason(predicted) : null;
  const { name, value } = parsed;
  return { key: keyOf(place), kind, name, value, evidence, agreement, reason, missing: predicted.missing, place };
}

/** What became of a line: as observed where it was, else as predicted, else unknown. */
export function whatBecame({ observed, predicted }: SetLine): {
  readonly kind: SetOutcome | 'unknown';
  readonly evidence: Basis;
} {
  if (observed.outcome !== 'not-observed') return { kind: observed.outcome, evidence: 'observed' };
  if (predicted.outcome !== 'cannot-tell') return { kind: predicted.outcome, evidence: 'predicted' };
  return { kind: 'unknown', evidence: 'cannot-tell' };
}

const firstReason = (prediction: Prediction<string>): Reason | null => prediction.reasons[0] ?? null;

const keyOf = ({ exchange, list, index }: BeadPlace): string => `${exchange}/${list}/${index}`;

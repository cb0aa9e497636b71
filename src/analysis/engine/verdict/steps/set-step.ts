import type { Bytes } from '../../base/units';
import type { AttributeName, ParsedLine, Span } from '../../header/parsed-line';
import type { Judgement } from './judgement';
import type { SetContext } from './set-context';
import type { StepInput } from './step-inputs';

/** The octets of a line that a refusal is about; null = none of them is to blame. */
export type Blame = (line: ParsedLine) => Span | null;

/** One check of a line, in the standard's words: everything about it but the texts of the words catalogue. */
export interface SetStep<Id extends string, Why extends string> {
  readonly id: Id;
  /** Section of RFC 6265bis, or what else asks for it. */
  readonly section: string;
  /** Every reason this step can give, and what of the line is to blame for it. */
  readonly reasons: Readonly<Partial<Record<Why, Blame>>>;
  readonly judge: (context: SetContext) => Judgement<Why>;
  /** The values it looked at. */
  readonly inputs: (context: SetContext) => readonly StepInput[];
}

/** Keeps the types of id and reasons as written. A reason that `judge` gives and `reasons` lacks is a type error. */
export const setStep = <const Id extends string, const Why extends string = never>(
  step: SetStep<Id, Why> & { readonly reasons: Readonly<Record<Why, Blame>> },
): SetStep<Id, Why> => step;

/** Nothing of the line is to blame: the request, the jar or the user's setting is. */
export const noOctets: Blame = () => null;
export const theName: Blame = ({ nameSpan }) => nameSpan;
export const theValue: Blame = ({ valueSpan }) => valueSpan;
export const thePair: Blame = ({ nameSpan, valueSpan }) => ({
  start: Math.min(nameSpan.start, valueSpan.start),
  end: valueSpan.end,
});
/** The occurrence of an attribute that counts. */
export const the =
  (name: AttributeName): Blame =>
  ({ attributes }) =>
    attributes.find(({ known, counts }) => counts && known === name)?.span ?? null;
/** @param indexIn where in the line the octet stands */
export const theOctet =
  (indexIn: (line: Bytes) => number): Blame =>
  ({ line }) => {
    const at = indexIn(line);
    return { start: at, end: at + 1 };
  };

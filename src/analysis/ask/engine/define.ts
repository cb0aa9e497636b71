import type { Incident, Incidents } from '../../incidents/incidents';
import type { ExampleStep } from '../../rules/engine/example';
import type { Sentence } from '../../rules/engine/sentence';
import type { AnswerKind, AnswerPlace, LookedAt, QuestionSubject } from './answer';

/** A recording that is asked. */
export interface AskedRecording {
  readonly incidents: Incidents;
  readonly subject: QuestionSubject;
}

/** A question: one file of `list`. */
export interface Question<Id extends string = string> {
  readonly id: Id;
  /** As somebody says it who has the problem. */
  readonly text: string;
  /** What its places are counted in. */
  readonly unit: 'request' | 'line';
  /** Whether an incident answers it. */
  readonly explains: (incident: Incident, asked: AskedRecording) => boolean;
  /** Places that show what is asked for, the latest first. */
  readonly places: (asked: AskedRecording) => Iterable<AnswerPlace>;
  /** What was looked at; empty = nothing of the kind was recorded. */
  readonly lookedAt: (asked: AskedRecording) => readonly LookedAt[];
  /** What must be recorded for an answer. */
  readonly record: Sentence;
}

/** Keeps the id's type as written, so that `QuestionId` lists every question. */
export const defineQuestion = <const Id extends string>(question: Question<Id>): Question<Id> => question;

/** A tiny recording, what is asked about, and how it is answered. @internal */
export interface QuestionExample {
  readonly title: string;
  readonly steps: readonly ExampleStep[];
  readonly browser?: 'chromium' | 'firefox';
  /** The cookie, and the request by its place among the steps. */
  readonly about?: { readonly name?: string; readonly step?: number };
  readonly expect: {
    readonly kind: AnswerKind;
    /** Of the first incident or place. */
    readonly name?: string;
    /** In a sentence of the answer. */
    readonly says?: string;
  };
}

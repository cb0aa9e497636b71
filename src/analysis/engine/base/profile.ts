/** Whose rules the engine follows: the standard's, or one browser's. */
export const PROFILES = ['spec', 'chromium', 'firefox'] as const;
export type Profile = (typeof PROFILES)[number];

/** A row of data: how the three profiles answer one question, and where each answer was seen. */
export interface Difference<Answer extends string | number | boolean | null> {
  /** The question, as a heading. */
  readonly about: string;
  readonly spec: Answer;
  readonly chromium: Answer;
  readonly firefox: Answer;
  readonly source: string;
}

/** The answers of one profile, by the rows' names. */
export type ProfileAnswers<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends Difference<infer Answer> ? Answer : never;
};

/**
 * One profile's answers to every row.
 * @param rows differences by name
 */
export function answersOf<Rows extends Readonly<Record<string, Difference<string | number | boolean | null>>>>(
  rows: Rows,
  profile: Profile,
): ProfileAnswers<Rows> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, row[profile]])) as ProfileAnswers<Rows>;
}

/** Keeps the answers' types wide enough to be compared: a row of booleans answers `boolean`, not `true`. */
export const difference = <Answer extends string | number | boolean | null>(row: Difference<Answer>): Difference<Answer> => row;

/** What was given to a command: its operands and options, all of them known to it. */
export interface Given {
  readonly operands: readonly string[];
  readonly has: (name: string) => boolean;
  /** The last value of an option; null = it was not given. */
  readonly one: (name: string) => string | null;
  readonly all: (name: string) => readonly string[];
}

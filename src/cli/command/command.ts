import type { Given } from './given';
import type { Terminal } from './terminal';

/** An option of a command. */
export interface CommandOption {
  /** Without its dashes. */
  readonly name: string;
  /** What stands for its value in the help; null = it is a switch. */
  readonly value: string | null;
  readonly isRepeatable?: true;
  readonly says: string;
  /** All that it may be; left out = anything. */
  readonly choices?: readonly string[];
}

export interface CommandExample {
  /** As it is typed. */
  readonly line: string;
  readonly says: string;
}

/** One command of `cookie-flow`, with its help: one file of `commands`. */
export interface Command {
  readonly name: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** Behind the command's name: `FILE…`. */
  readonly operands: string;
  /** How many operands it takes, at least and at most. */
  readonly count: readonly [least: number, most: number];
  readonly options: readonly CommandOption[];
  readonly examples: readonly [CommandExample, ...(readonly CommandExample[])];
  /**
   * @returns an exit code
   * @throws UsageError, RunError
   */
  readonly run: (given: Given, terminal: Terminal) => number | Promise<number>;
}

/** How a command ends. `findings`: it ran, and what it looked for is there. `interrupted`: by Ctrl-C, as shells count it. */
export const EXIT = { done: 0, findings: 1, usage: 2, failed: 3, interrupted: 130 } as const;

/** The command line makes no sense: exit code 2. The message says what, and what is nearest to it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** It makes sense and cannot be done: exit code 3. */
export class RunError extends Error {
  override readonly name = 'RunError';
}

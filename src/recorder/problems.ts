import type { Problem } from '../protocol/recording-log';

const MOST = 50;

/** What went wrong while recording; of equal ones only the last. */
export class Problems {
  readonly #changed: () => void;
  #all: readonly Problem[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The newest last. */
  get all(): readonly Problem[] {
    return this.#all;
  }

  readonly met = (problem: Problem): void => {
    const text = JSON.stringify(problem);
    this.#all = [...this.#all.filter((each) => JSON.stringify(each) !== text), problem].slice(-MOST);
    this.#changed();
  };

  /** The browser's answer; what it refuses (a private window was closed meanwhile) is told to the user. */
  readonly ask = async <T>(answer: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      this.met({ kind: 'browser', text: error instanceof Error ? error.message : String(error) });
      return otherwise;
    }
  };
}

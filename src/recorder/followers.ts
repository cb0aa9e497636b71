import type { RecordingLog } from '../protocol/recording-log';

type Listener = (log: RecordingLog) => void;

/** The panels that follow a recording. */
export class Followers {
  readonly #listeners = new Set<Listener>();

  get size(): number {
    return this.#listeners.size;
  }

  /** Tells a new one the log as it is. @returns how to end it */
  add(listener: Listener, log: RecordingLog): () => void {
    this.#listeners.add(listener);
    listener(log);
    return () => this.#listeners.delete(listener);
  }

  /** A panel's document may have been torn down without a word: then the call throws, and it is told no more. */
  tell(log: RecordingLog): void {
    for (const listener of this.#listeners) {
      try {
        listener(log);
      } catch (error) {
        console.warn('Cookie Flow: a panel could not be told.', error);
        this.#listeners.delete(listener);
      }
    }
  }
}

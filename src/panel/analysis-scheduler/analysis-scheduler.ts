import type { Digests } from '../../analysis/facts/digest';
import type { SessionChoice } from '../../analysis/session/account-sessions';
import type { Recorded, Recording } from '../recording/recording';
import type * as Analysis from './analyze';
import type { AnalysisResult, Analyzing } from './analyze';

/** Milliseconds without a change after which the recording is analyzed again though no view asks for it. */
const QUIET = 1500;
/** While a view shows the result, the recording is analyzed again this often at most. */
const OFTEN = 600;
/** Milliseconds that may be spent in one turn on what somebody waits for; most recordings need less. */
const TURN = 12;

/** What is known of the recording as a whole. */
export type AnalysisState =
  /** Nothing yet: it was not analyzed so far. */
  | { readonly kind: 'pending' }
  /** No page was opened yet, so that there is no site to speak of. */
  | { readonly kind: 'no-page' }
  /** It could not be analyzed, not even once. */
  | { readonly kind: 'failed' }
  /** As it was when it was analyzed last. */
  | { readonly kind: 'done'; readonly result: AnalysisResult };

export interface AnalysisSchedulerParts {
  /** The code of the analysis, which is no part of the panel's first load. */
  readonly load: () => Promise<typeof Analysis>;
  /** Calls after some milliseconds; gives how to call it off. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Calls when there is nothing else to do, with how many milliseconds that will last; gives how to call it off. */
  readonly idle: (then: (left: () => number) => void) => () => void;
  readonly digests: (key: string) => Digests;
  /** Called with what must not happen: a recording that could not be analyzed. */
  readonly failed: (error: unknown) => void;
  /** Milliseconds, of which only differences count. */
  readonly now: () => number;
}

/**
 * Analyses the recording: at once for a view that shows the result, otherwise only when it is quiet, for the analysis
 * looks at every row. A long recording is analyzed in pieces, between which the panel goes on.
 */
export class AnalysisScheduler {
  readonly #recording: Recording;
  readonly #parts: AnalysisSchedulerParts;
  readonly #listeners = new Set<() => void>();
  #state: AnalysisState = { kind: 'pending' };
  #analysis: typeof Analysis | null = null;
  /** What is or was analyzed last: of a replay that began anew the array is another, and its version says nothing. */
  #analyzed: (Pick<Recorded, 'rows' | 'version'> & { readonly choice: SessionChoice | null }) | null = null;
  /** The array of rows that the result is of. */
  #resultRows: Recorded['rows'] | null = null;
  #choice: SessionChoice | null = null;
  #retained = 0;
  #chunks: Analyzing | null = null;
  #isWaiting = false;
  #cancel: (() => void) | null = null;
  #digests: { readonly key: string; readonly under: Digests } | null = null;

  constructor(recording: Recording, parts: AnalysisSchedulerParts) {
    this.#recording = recording;
    this.#parts = parts;
    recording.subscribe(() => this.#later());
  }

  get state(): AnalysisState {
    return this.#state;
  }

  /** The last result; null = there is none. */
  get result(): AnalysisResult | null {
    return this.#state.kind === 'done' ? this.#state.result : null;
  }

  /** The session that is looked at; null = all of the site in view. */
  get choice(): SessionChoice | null {
    return this.#choice;
  }

  /** Looks at another session: the recording is judged anew for it, in every view. */
  choose(choice: SessionChoice | null): void {
    this.#choice = choice;
    // What is under way would be of the choice before.
    if (!this.#isWaiting) this.#chunks = null;
    this.#publish(this.#state);
    this.#begin();
  }

  /** Whether the state is that of the recording as it is now. */
  get isCurrent(): boolean {
    return !this.#chunks && !this.#isOther();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A view shows the result from now on. Gives how to end that. */
  retain(): () => void {
    this.#retained += 1;
    this.#begin();
    return () => {
      this.#retained -= 1;
    };
  }

  /** Loads the code of the analysis, so that the first view that asks need not wait for it. */
  async load(): Promise<void> {
    this.#analysis ??= await this.#parts.load();
  }

  #isOther(): boolean {
    const { rows, version } = this.#recording.recorded;
    return rows !== this.#analyzed?.rows || version !== this.#analyzed.version || this.#choice !== this.#analyzed.choice;
  }

  #later(): void {
    if (this.#chunks || !this.#isOther()) return;
    if (this.#retained > 0) {
      this.#cancel ??= this.#parts.after(OFTEN, () => this.#begin());
      return;
    }
    this.#cancel?.();
    this.#cancel = this.#parts.after(QUIET, () => this.#begin());
  }

  #begin(): void {
    if (!this.#chunks && this.#isOther()) {
      const { rows, version } = this.#recording.recorded;
      this.#analyzed = { rows, version, choice: this.#choice };
      this.#chunks = this.#analyzing();
    }
    this.#goOn();
  }

  *#analyzing(): Analyzing {
    if (!this.#analysis) yield this.load();
    if (!this.#analysis) throw new Error('The code of the analysis could not be loaded.');
    const { rows, version, digestKey, replay } = this.#recording.recorded;
    const choice = this.#choice;
    this.#analyzed = { rows, version, choice };
    const known = this.#resultRows === rows && this.result?.version === version ? this.result : null;
    // The recording goes on in its own array.
    const input = { rows: [...rows], version, profile: replay.profile, choice, known };
    return digestKey === null
      ? yield* this.#analysis.analyze(input, null)
      : yield* this.#analysis.analyzeWith(this.#digestsUnder(digestKey), input);
  }

  #goOn(): void {
    if (this.#isWaiting) return;
    this.#cancel?.();
    this.#cancel = null;
    const { after, idle, now } = this.#parts;
    if (this.#retained > 0) {
      const end = now() + TURN;
      if (!this.#work(() => end - now())) this.#cancel = after(0, () => this.#goOn());
    } else {
      this.#cancel = idle((left) => {
        if (!this.#work(left)) this.#goOn();
      });
    }
  }

  /** Works while there is time. True = there is nothing left to do now. */
  #work(left: () => number): boolean {
    while (this.#chunks) {
      const next = this.#next(this.#chunks);
      if (next === null) return true;
      if (next.done) {
        this.#chunks = null;
        this.#cancel = null;
        this.#resultRows = this.#analyzed?.rows ?? null;
        this.#publish(next.value ? { kind: 'done', result: next.value } : { kind: 'no-page' });
        this.#later();
      } else if (next.value) {
        this.#wait(next.value);
        return true;
      } else if (left() <= 0) return false;
    }
    return true;
  }

  /** null = it failed: the last result stays, and the recording is analyzed anew when it goes on. */
  #next(chunks: Analyzing): IteratorResult<Promise<void> | undefined, AnalysisResult | null> | null {
    try {
      return chunks.next();
    } catch (error) {
      this.#chunks = null;
      if (this.#state.kind !== 'done') this.#publish({ kind: 'failed' });
      this.#parts.failed(error);
      return null;
    }
  }

  #publish(state: AnalysisState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** Goes on without digests that cannot be made, too. */
  #wait(made: Promise<void>): void {
    this.#isWaiting = true;
    const goOn = () => {
      this.#isWaiting = false;
      this.#goOn();
    };
    made.then(goOn, goOn);
  }

  #digestsUnder(key: string): Digests {
    if (this.#digests?.key !== key) this.#digests = { key, under: this.#parts.digests(key) };
    return this.#digests.under;
  }
}

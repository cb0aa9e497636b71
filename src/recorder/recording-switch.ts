/** The browser's word of an event comes no later than this, in milliseconds, however busy the machine is. */
const LATEST = 30_000;

interface Turn {
  readonly on: boolean;
  /** By the system's clock, which the browser's events bear. */
  readonly at: number;
  /** By the clock that only goes forward. */
  readonly elapsed: number;
}

/** Whether it is recorded, now and when an event happened: the browser tells of events late, in Firefox by a relay too. */
export class RecordingSwitch {
  #isOn = true;
  #turns: Turn[] = [];

  get isOn(): boolean {
    return this.#isOn;
  }

  turn(turn: Turn): void {
    if (turn.on === this.#isOn) return;
    this.#isOn = turn.on;
    this.#turns.push(turn);
  }

  /**
   * Whether it was recorded at `at`, milliseconds of the system's clock. Only turns of the last 30 s are held against it,
   * by `elapsed`: when the system's clock jumps, an event of now is not taken for one of a pause long ago.
   */
  wasOn(at: number, elapsed: number): boolean {
    if (this.#turns.length === 0) return this.#isOn;
    this.#turns = this.#turns.filter((turn) => elapsed - turn.elapsed <= LATEST);
    const next = this.#turns.find((turn) => at < turn.at);
    return next ? !next.on : this.#isOn;
  }
}

import type { ToBackground } from './relay-messages';

/** One end of a connection, as platform/port.ts gives it. */
export interface End {
  send(message: unknown): void;
  onMessage(take: (message: unknown) => void): void;
  onGone(then: () => void): void;
  close(): void;
}

export interface ReconnectingPortDeps {
  /** null = the background cannot be reached any more: the extension was reloaded or removed. */
  readonly connect: () => End | null;
  /** Calls after some milliseconds; gives how to call it off. */
  readonly after: (ms: number, then: () => void) => () => void;
}

export interface ReconnectingPortListener {
  /** Connected, for the first time or again: say what you want. */
  connected(): void;
  message(message: unknown): void;
  /** The background went away; the next try is in `retryIn` ms. */
  interrupted(retryIn: number): void;
  /** For good. */
  orphaned(): void;
}

const FIRST_RETRY = 100;
const LONGEST_RETRY = 5000;
/** Browsers stop a background that hears nothing for 30 s. */
const PING_EVERY = 20_000;

/**
 * A connection to the background that is made again whenever it breaks: after 100 ms, then twice as long each time
 * until something is heard, at most 5 s.
 */
export class ReconnectingPort {
  readonly #parts: ReconnectingPortDeps;
  readonly #on: ReconnectingPortListener;
  #end: End | null = null;
  #retryIn = FIRST_RETRY;
  #callOff: () => void = () => {};
  #closed = false;

  constructor(parts: ReconnectingPortDeps, on: ReconnectingPortListener) {
    this.#parts = parts;
    this.#on = on;
  }

  open(): void {
    const end = this.#parts.connect();
    if (!end) {
      this.#closed = true;
      this.#on.orphaned();
      return;
    }
    this.#end = end;
    end.onGone(() => this.#broke());
    end.onMessage((message) => {
      this.#retryIn = FIRST_RETRY;
      this.#on.message(message);
    });
    this.#pingLater();
    this.#on.connected();
  }

  /** @returns false = there is no connection, and it was not sent: `connected` is the time to say what matters again */
  send(follow: ToBackground): boolean {
    this.#end?.send(follow);
    return this.#end !== null;
  }

  close(): void {
    this.#closed = true;
    this.#callOff();
    this.#end?.close();
    this.#end = null;
  }

  #broke(): void {
    if (this.#closed) return;
    this.#end = null;
    this.#callOff();
    const wait = this.#retryIn;
    this.#retryIn = Math.min(wait * 2, LONGEST_RETRY);
    this.#callOff = this.#parts.after(wait, () => this.open());
    this.#on.interrupted(wait);
  }

  #pingLater(): void {
    this.#callOff = this.#parts.after(PING_EVERY, () => {
      this.send({ kind: 'ping' });
      this.#pingLater();
    });
  }
}

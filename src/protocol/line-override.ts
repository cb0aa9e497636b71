import type { JarCookie } from '../analysis/facts/fact';

/** A Set-Cookie line that shall count in place of the server's, in the recorded tab, while DevTools is open. */
export interface LineOverride {
  /** The response whose line it corrects; responses of the same host with a line of this name are overridden. */
  readonly url: string;
  /** Its name and attributes count; the value is the server's, each time. */
  readonly line: string;
  /** The cookie as the jar holds it now; null = it does not. */
  readonly present: JarCookie | null;
  /** Whether the browser takes the server's own line. */
  readonly isTaken: boolean;
}

/** An override in force. */
export interface OverrideState {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly line: string;
  /** How often the cookie was written. */
  readonly applied: number;
  /** Why the last write did not succeed: the engine's reason, or the browser's words; null = it did. */
  readonly refused: { readonly reason: string } | { readonly words: string } | null;
}

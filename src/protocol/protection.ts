/** A cookie that is put back whenever somebody else changes or deletes it, while DevTools is open. */
export interface ProtectionState {
  /** The key of the cookie's identity. */
  readonly id: string;
  readonly name: string;
  readonly host: string;
  /** How often it was put back. */
  readonly restored: number;
  /** It was changed more often than it is put back in a minute: for now it stays as the site has it. */
  readonly isWaiting: boolean;
  /** The browser's words where it refused to put it back last; null = it did not. */
  readonly refused: string | null;
}

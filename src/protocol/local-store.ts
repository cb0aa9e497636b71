/** What the user asks to have kept on this computer from one start of the browser to the next, by key. */
export interface LocalStore {
  all(): Promise<Readonly<Record<string, unknown>>>;
  /** Rejects where the browser does not keep it, as when its storage is full; what was there before stays. */
  put(key: string, item: object): Promise<void>;
  remove(key: string): Promise<void>;
}

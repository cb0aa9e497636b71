import { text } from '../analysis/engine/base/bytes';
import type { CookieChanged, JarCookie } from '../analysis/facts/fact';
import { identityKey, isSameCookie } from '../analysis/replay/jar-history/cookie-keys';
import type { WriteAnswer } from '../protocol/cookie-write';
import type { ProtectionState } from '../protocol/protection';
import type { UserWrite } from '../protocol/recording-log';

interface ProtectedCookiesDeps {
  readonly write: (write: UserWrite) => Promise<WriteAnswer>;
  /** Milliseconds of a clock that only goes forward: the system's may be set back while a protection waits. */
  readonly elapsed: () => number;
  readonly after: (ms: number, then: () => void) => void;
  readonly changed: () => void;
}

interface Protection {
  cookie: JarCookie;
  state: ProtectionState;
  /** As the jar has it; null = it has none. */
  present: JarCookie | null;
  /** When it was put back, within the last minute. */
  times: readonly number[];
}

/** So often a cookie is put back in a minute, so that site and panel do not fight. */
const MOST_A_MINUTE = 4;
const MINUTE = 60_000;

/** Cookies that are put back as they were whenever somebody else changes or deletes them. */
export class ProtectedCookies {
  readonly #deps: ProtectedCookiesDeps;
  readonly #all = new Map<string, Protection>();

  constructor(deps: ProtectedCookiesDeps) {
    this.#deps = deps;
  }

  get states(): readonly ProtectionState[] {
    return [...this.#all.values()].map(({ state }) => state);
  }

  /** Protects cookies of the jar as they are. */
  begin(cookies: readonly JarCookie[]): void {
    for (const cookie of cookies) {
      const id = identityKey(cookie);
      const state = { id, name: text(cookie.name), host: cookie.domain, restored: 0, isWaiting: false, refused: null };
      this.#all.set(id, { cookie, state, present: cookie, times: [] });
    }
    this.#deps.changed();
  }

  end(ids: readonly string[]): void {
    for (const id of ids) this.#all.delete(id);
    this.#deps.changed();
  }

  /** The user writes a cookie: from now on it is protected as written, and one that is deleted no longer. */
  written({ cookie, removed }: Pick<UserWrite, 'cookie' | 'removed'>): void {
    const protection = this.#all.get(identityKey(cookie));
    if (protection === undefined) return;
    if (removed) this.end([identityKey(cookie)]);
    else protection.cookie = cookie;
  }

  /** A cookie of the tab's store changed. @param change its cause as the browser names it */
  cookieChanged({ cookie, removed, cause }: Pick<CookieChanged, 'cookie' | 'removed'> & { readonly cause: string }): void {
    const protection = this.#all.get(identityKey(cookie));
    // Of a cookie that is overwritten the browser tells the removal first.
    if (protection === undefined || (removed && cause === 'overwrite')) return;
    protection.present = removed ? null : cookie;
    this.#restore(protection);
  }

  #restore(protection: Protection): void {
    if (this.#all.get(protection.state.id) !== protection) return;
    const { cookie, present } = protection;
    if (present !== null && isSameCookie(cookie, present)) return;
    const now = this.#deps.elapsed();
    protection.times = protection.times.filter((at) => now - at < MINUTE);
    const [first] = protection.times;
    if (first !== undefined && protection.times.length >= MOST_A_MINUTE) {
      if (!protection.state.isWaiting) this.#deps.after(MINUTE - (now - first), () => this.#again(protection));
      this.#tell(protection, { isWaiting: true });
      return;
    }
    protection.times = [...protection.times, now];
    void this.#deps.write({ cookie, removed: false, by: 'protection' }).then((refused) => {
      const restored = protection.state.restored + (refused === null ? 1 : 0);
      this.#tell(protection, { restored, refused });
    });
  }

  #again(protection: Protection): void {
    this.#tell(protection, { isWaiting: false });
    this.#restore(protection);
  }

  #tell(protection: Protection, part: Partial<ProtectionState>): void {
    protection.state = { ...protection.state, ...part };
    this.#deps.changed();
  }
}

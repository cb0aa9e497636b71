import { bytes, text } from '../analysis/engine/base/bytes';
import type { Bytes, Instant } from '../analysis/engine/base/units';
import type { CookieChanged, JarCookie, RecorderStarted } from '../analysis/facts/fact';
import { hostOf } from '../analysis/facts/plain-url';
import { identityKey, isSameCookie, isSameValue } from '../analysis/replay/jar-history/cookie-keys';
import type { WriteAnswer } from '../protocol/cookie-write';
import type { LineOverride, OverrideState } from '../protocol/line-override';
import type { UserWrite } from '../protocol/recording-log';
import { type LineResult, nameOf, overridden, resultOf } from './override-cookie';

export interface LineOverridesDeps {
  readonly browser: RecorderStarted['browser'];
  readonly write: (write: UserWrite) => Promise<WriteAnswer>;
  /** The site of the page in the tab. */
  readonly topLevelSite: () => string | null;
  readonly now: () => Instant;
  readonly changed: () => void;
}

interface Override {
  readonly name: Bytes;
  readonly asked: LineOverride;
  state: OverrideState;
  /** Whether a line of the server's was seen since the override began. */
  isServed: boolean;
  /** What the server's own line makes of the jar, to be put back; null = nothing. */
  own: JarCookie | null;
  /** What was written last; null = nothing, or a deletion. */
  written: JarCookie | null;
  writes: number;
  isEnding: boolean;
}

/** A page that answers each write with its own would keep both busy for ever. */
const MOST_WRITES = 500;

/**
 * Corrected lines that count in place of the server's: when a response's line is told, the cookie is written with the
 * line's value and the correction's attributes, also where the browser refused the line; when the browser stores
 * the server's own after that, again. Ended, the cookie is put back as the server last set it.
 */
export class LineOverrides {
  readonly #deps: LineOverridesDeps;
  readonly #all = new Map<string, Override>();

  constructor(deps: LineOverridesDeps) {
    this.#deps = deps;
  }

  get states(): readonly OverrideState[] {
    return [...this.#all.values()].map(({ state }) => state);
  }

  /** Puts a line in force, in place of an earlier one for the same cookie; a cookie that is in the jar is rewritten immediately. */
  async begin(asked: LineOverride): Promise<void> {
    const host = hostOf(asked.url);
    const name = nameOf(asked.line, this.#deps.browser);
    const id = `${host}\t${name}`;
    await this.end(id);
    const state = { id, name: text(name), host, line: asked.line, applied: 0, refused: null };
    const override: Override = {
      name,
      asked,
      state,
      isServed: false,
      own: asked.present,
      written: null,
      writes: 0,
      isEnding: false,
    };
    this.#all.set(id, override);
    this.#deps.changed();
    const { present, url } = asked;
    if (present)
      await this.#apply(override, resultOf(overridden(lineFor(present), bytes(asked.line)), this.#contextOf(url)), present);
  }

  /** Ends an override: the cookie is again as the server last set it. */
  async end(id: string): Promise<void> {
    const override = this.#all.get(id);
    if (!override || override.isEnding) return;
    override.isEnding = true;
    for (const write of undoing(override)) await this.#deps.write(write);
    this.#all.delete(id);
    this.#deps.changed();
  }

  /** What ends all of them. */
  restoring(): readonly UserWrite[] {
    return [...this.#all.values()].flatMap(undoing);
  }

  /** The recorded tab received a response. */
  received(url: string, lines: readonly Bytes[]): void {
    const host = hostOf(url);
    for (const line of lines) {
      const override = this.#all.get(`${host}\t${nameOf(text(line), this.#deps.browser)}`);
      if (!override || override.isEnding) continue;
      override.isServed = true;
      const context = this.#contextOf(url);
      const own = resultOf(line, context);
      const isStored = override.asked.isTaken && own.kind === 'cookie' && !own.removed;
      override.own = isStored ? own.cookie : null;
      void this.#apply(override, resultOf(overridden(line, bytes(override.asked.line)), context), override.own);
    }
  }

  /** A cookie of the tab's store changed. */
  cookieChanged({ cookie, removed }: Pick<CookieChanged, 'cookie' | 'removed'>): void {
    if (removed) return;
    for (const override of this.#all.values()) {
      const { own, written, name, isServed } = override;
      if (override.isEnding || !isServed || own === null || written === null || !isSameValue(name, cookie.name)) continue;
      // The browser stored the server's line after ours was written.
      const isOwn = identityKey(own) === identityKey(cookie) && isSameValue(own.value, cookie.value);
      if (!isOwn || isSameCookie(written, cookie)) continue;
      void this.#apply(override, { kind: 'cookie', cookie: written, removed: false }, own);
    }
  }

  /** @param own what the server's line left in the jar, which goes where it is another cookie than the corrected one */
  async #apply(override: Override, result: LineResult, own: JarCookie | null): Promise<void> {
    if (result.kind === 'refused') {
      this.#tell(override, { refused: { reason: result.reason } });
      return;
    }
    if (override.writes >= MOST_WRITES) return;
    override.writes += 1;
    const { cookie, removed } = result;
    override.written = removed ? null : cookie;
    // What undoes it is told before it is done.
    this.#deps.changed();
    const words = await this.#write(cookie, removed);
    if (words === null && own !== null && identityKey(own) !== identityKey(cookie)) await this.#write(own, true);
    this.#tell(override, {
      applied: override.state.applied + (words === null ? 1 : 0),
      refused: words === null ? null : { words },
    });
  }

  #tell(override: Override, part: Partial<OverrideState>): void {
    override.state = { ...override.state, ...part };
    this.#deps.changed();
  }

  #write(cookie: JarCookie, removed: boolean): Promise<WriteAnswer> {
    return this.#deps.write(writeOf(cookie, removed));
  }

  #contextOf(url: string) {
    const { browser, topLevelSite, now } = this.#deps;
    return { url, browser, topLevelSite: topLevelSite(), at: now() };
  }
}

const writeOf = (cookie: JarCookie, removed: boolean): UserWrite => ({ cookie, removed, by: 'override' });

function undoing({ own, written }: Override): readonly UserWrite[] {
  const isSame = own !== null && written !== null && identityKey(own) === identityKey(written);
  return [...(written !== null && !isSame ? [writeOf(written, true)] : []), ...(own !== null ? [writeOf(own, false)] : [])];
}

/** The cookie in the jar as a line of its server, as far as name, value and lifetime go. */
const lineFor = ({ name, value, expires }: JarCookie): Bytes =>
  `${name}=${value}${expires === null ? '' : `; Expires=${new Date(expires).toUTCString()}`}` as Bytes;

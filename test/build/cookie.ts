import { bytes } from '../../src/analysis/engine/base/bytes';
import type { PartitionKey } from '../../src/analysis/engine/base/partition-key';
import { type Instant, instant } from '../../src/analysis/engine/base/units';
import type {
  ChangeCause,
  CookieChanged,
  CookieWritten,
  JarCookie,
  JarSnapshot,
  OtherResponse,
  ScriptAccess,
} from '../../src/analysis/facts/fact';
import type { Builder, Clock } from './clock';
import { STORE } from './response';

/** A cookie as the cookies API gives it: `aCookie('sid=1').on('a.example').secure()`. A host-only session cookie of `/`. */
export class CookieBuilder {
  #cookie: JarCookie;

  constructor(pair: string) {
    const equals = pair.indexOf('=');
    this.#cookie = {
      name: bytes(equals < 0 ? '' : pair.slice(0, equals)),
      value: bytes(pair.slice(equals + 1)),
      domain: 'a.example',
      hostOnly: true,
      path: bytes('/'),
      secure: false,
      httpOnly: false,
      sameSite: 'absent',
      expires: null,
      partition: null,
    };
  }

  on(host: string): this {
    return this.with({ domain: host, hostOnly: true });
  }

  forDomain(domain: string): this {
    return this.with({ domain, hostOnly: false });
  }

  under(path: string): this {
    return this.with({ path: bytes(path) });
  }

  secure(): this {
    return this.with({ secure: true });
  }

  httpOnly(): this {
    return this.with({ httpOnly: true });
  }

  sameSite(sameSite: JarCookie['sameSite']): this {
    return this.with({ sameSite });
  }

  until(expires: Instant): this {
    return this.with({ expires });
  }

  inPartition(topLevelSite: string, crossSiteAncestor: PartitionKey['crossSiteAncestor'] = true): this {
    return this.with({ partition: { topLevelSite, crossSiteAncestor } });
  }

  with(fields: Partial<JarCookie>): this {
    this.#cookie = { ...this.#cookie, ...fields };
    return this;
  }

  get cookie(): JarCookie {
    return this.#cookie;
  }
}

export const aCookie = (pair: string): CookieBuilder => new CookieBuilder(pair);

/** Events of cookies.onChanged. */
export class ChangeBuilder implements Builder<CookieChanged> {
  #events: { readonly cookie: JarCookie; readonly removed: boolean; readonly cause: ChangeCause }[] = [];
  #late = 0;
  #storeId = STORE;

  /** A cookie that was not there before. */
  added(cookie: CookieBuilder): this {
    return this.event(cookie, false, 'explicit');
  }

  /** An update: the old one goes as `overwrite`, the new one comes as `explicit`. */
  replaced(old: CookieBuilder, by: CookieBuilder): this {
    return this.event(old, true, 'overwrite').event(by, false, 'explicit');
  }

  removed(cookie: CookieBuilder, cause: ChangeCause = 'explicit'): this {
    return this.event(cookie, true, cause);
  }

  event(cookie: CookieBuilder, removed: boolean, cause: ChangeCause): this {
    this.#events.push({ cookie: cookie.cookie, removed, cause });
    return this;
  }

  /** The handler's clock runs behind: stamps the events `ms` later than now. */
  late(ms: number): this {
    this.#late = ms;
    return this;
  }

  inStore(storeId: string): this {
    this.#storeId = storeId;
    return this;
  }

  build(clock: Clock): readonly CookieChanged[] {
    return this.#events.map((event) => ({
      kind: 'cookie-changed',
      seq: clock.seq(),
      at: instant(clock.now + this.#late),
      storeId: this.#storeId,
      ...event,
    }));
  }
}

export const aChange = (): ChangeBuilder => new ChangeBuilder();

/** A reading of the jar, of one site or (`site` null) the whole store, in every partition. */
export const aJarRead = (site: string | null, ...cookies: readonly CookieBuilder[]): Builder<JarSnapshot> =>
  aPartialJarRead('all', site, ...cookies);

/** A reading that listed no more than the partitions of these top-level sites, and what is in none. */
export const aPartialJarRead = (
  partitions: JarSnapshot['partitions'],
  site: string | null,
  ...cookies: readonly CookieBuilder[]
): Builder<JarSnapshot> => ({
  build: (clock) => [
    {
      kind: 'jar-snapshot',
      seq: clock.seq(),
      at: clock.now,
      storeId: STORE,
      site,
      partitions,
      cookies: cookies.map((each) => each.cookie),
    },
  ],
});

/** The user had a cookie written or deleted, by a corrected line in force. */
export const anOverride = (cookie: CookieBuilder, removed = false): Builder<CookieWritten> => ({
  build: (clock) => [
    {
      kind: 'cookie-written',
      seq: clock.seq(),
      at: clock.now,
      storeId: STORE,
      cookie: cookie.cookie,
      removed,
      by: 'override',
    },
  ],
});

/** A response to another tab (or, with -1, a worker) that set these names; a digest may follow a name. */
export const anOtherResponse = (
  host: string,
  names: Readonly<Record<string, string | null>>,
  tabId = 2,
  told: Pick<OtherResponse, 'clears'> = {},
): Builder<OtherResponse> => ({
  build: (clock) => [
    {
      kind: 'other-response',
      seq: clock.seq(),
      at: clock.now,
      tabId,
      storeId: STORE,
      host,
      lines: Object.entries(names).map(([name, digest]) => ({ name: bytes(name), digest })),
      ...told,
    },
  ],
});

/**
 * A traced script wrote a cookie (`x=1`) or deleted one (`x`), in this line of its file. Digests are those of a replay
 * with `digest: (value) => value`.
 */
export const aScriptWrite = (documentUrl: string, pair: string, line: number): Builder<ScriptAccess> => {
  const [name = '', value = null] = pair.split('=');
  return aScriptAccess(documentUrl, line, { operation: 'write', lines: [{ name: bytes(name), digest: value }] });
};

/** A traced script read cookies of these names, in this line of its file. */
export const aScriptRead = (documentUrl: string, names: readonly string[], line: number): Builder<ScriptAccess> =>
  aScriptAccess(documentUrl, line, { operation: 'read', names: names.map(bytes) });

const aScriptAccess = (documentUrl: string, line: number, fields: Partial<ScriptAccess>): Builder<ScriptAccess> => ({
  build: (clock) => [
    {
      kind: 'script-access',
      seq: clock.seq(),
      at: clock.now,
      tabId: 1,
      frameId: 0,
      documentUrl,
      storeId: STORE,
      api: 'document.cookie',
      operation: 'write',
      lines: [],
      names: [],
      stack: [{ name: null, url: `${documentUrl}app.js`, line, column: 1, isEval: false }],
      ...fields,
    },
  ],
});

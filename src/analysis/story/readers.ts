import type { Identity } from '../engine/jar/identity';
import { coversHost } from '../engine/jar/match';
import type { ScriptAccess, ScriptPlace } from '../facts/fact';
import { hostOf } from '../facts/plain-url';
import { isSameValue } from '../replay/jar-history/cookie-keys';

/** The calls by which a script read a cookie. */
export interface Reader {
  readonly api: ScriptAccess['api'];
  readonly documentUrl: string;
  readonly stack: readonly ScriptPlace[];
}

/**
 * The places in scripts that read this cookie, the first first and each once. `document.cookie` gives all cookies of a page
 * at once: who reads one of them was given this one too.
 * @param reads what traced scripts read, see `Replay.scripts`
 */
export function readersOf(
  cookie: Pick<Identity, 'name' | 'domain' | 'hostOnly'>,
  reads: readonly ScriptAccess[],
): readonly Reader[] {
  const readers = new Map<string, Reader>();
  for (const { names, documentUrl, api, stack } of reads) {
    if (!names.some((name) => isSameValue(name, cookie.name))) continue;
    if (!coversHost(cookie, hostOf(documentUrl))) continue;
    const key = JSON.stringify([api, stack]);
    if (!readers.has(key)) readers.set(key, { api, documentUrl, stack });
  }
  return [...readers.values()];
}

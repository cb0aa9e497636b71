import type { Instant } from '../../analysis/engine/base/units';
import type { Jar } from '../../analysis/engine/jar/jar';
import type { StoredCookie } from '../../analysis/engine/jar/stored-cookie';
import { textOf } from './octets';

/** The whole jar at a time, in the fields of `expectJar`; what has expired by then is not in it. */
export function jarText(jar: Jar, at: Instant, latin1: boolean): readonly unknown[] {
  return [...jar.all()]
    .filter(({ expires }) => expires === null || expires > at)
    .sort(byName)
    .map((cookie) => ({
      name: textOf(cookie.name, latin1),
      value: textOf(cookie.value, latin1),
      domain: cookie.domain,
      hostOnly: cookie.hostOnly,
      path: textOf(cookie.path, latin1),
      secure: cookie.secure,
      httpOnly: cookie.httpOnly,
      sameSite: cookie.sameSite === 'absent' ? 'default' : cookie.sameSite,
      session: cookie.expires === null,
      expires: cookie.expires === null ? null : new Date(cookie.expires).toISOString(),
      expiresIn: cookie.expires === null ? null : Math.round((cookie.expires - at) / 1000),
      partitionKey: cookie.partition,
      partitioned: cookie.partition !== null,
      ...(cookie.priority === 'medium' ? {} : { priority: cookie.priority === 'low' ? 'Low' : 'High' }),
    }));
}

function byName(a: StoredCookie, b: StoredCookie): number {
  return order(a.name, b.name) || order(a.domain, b.domain) || order(a.path, b.path);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

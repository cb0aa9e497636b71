import type { Instant } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { JarCookie } from '../../facts/fact';
import { isSameCookie } from './cookie-keys';

/**
 * A cookie for the replayed jar out of what the cookies API showed, keeping what is known of it already. The API
 * tells neither priority nor creation; `at` is then the latest time it can have been made.
 * @param known the replayed jar's cookie of the same identity; null = none
 */
export function fromJar(shown: JarCookie, known: StoredCookie | null, at: Instant, serial: number): StoredCookie {
  if (known !== null && isSameCookie(known, shown)) {
    return known.expires === shown.expires && known.partition === shown.partition
      ? known
      : { ...known, expires: shown.expires, partition: shown.partition };
  }
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expires, partition } = shown;
  const number = known !== null && known.value === value ? known.serial : serial;
  return {
    name,
    value,
    domain,
    hostOnly,
    path,
    secure,
    httpOnly,
    sameSite,
    partition,
    priority: known?.priority ?? 'medium',
    expires,
    creation: known !== null && known.value === value ? known.creation : at,
    lastAccess: at,
    serial: number,
    scriptSerial: number,
  };
}

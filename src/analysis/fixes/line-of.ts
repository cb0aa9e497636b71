import type { Bytes } from '../facts/units';
import type { StoredCookie } from '../jar/stored-cookie';

const SAME_SITE = { strict: '; SameSite=Strict', lax: '; SameSite=Lax', none: '; SameSite=None', absent: '' } as const;

/** A Set-Cookie line that would make this cookie: for cookies whose own line was not recorded. */
export function lineOf(cookie: StoredCookie): Bytes {
  const { name, value, domain, hostOnly, path, expires, secure, httpOnly, sameSite, partition } = cookie;
  const pieces = [
    `${name}=${value}`,
    hostOnly ? '' : `; Domain=${domain}`,
    `; Path=${path}`,
    expires === null ? '' : `; Expires=${new Date(expires).toUTCString()}`,
    secure ? '; Secure' : '',
    httpOnly ? '; HttpOnly' : '',
    SAME_SITE[sameSite],
    partition === null ? '' : '; Partitioned',
  ];
  return pieces.join('') as Bytes;
}

import type { Bytes } from '../engine/base/units';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { JarCookie } from '../facts/jar-cookie';
import type { Change } from './change';

const SAME_SITE = { strict: '; SameSite=Strict', lax: '; SameSite=Lax', none: '; SameSite=None', absent: '' } as const;

/** A Set-Cookie line that would make this cookie: for cookies whose own line was not recorded. */
export function lineOfCookie(cookie: JarCookie): Bytes {
  const { name, value, domain, hostOnly, path, expires, secure, httpOnly, sameSite, partition } = cookie;
  const attributes = [
    `${name}=${value}`,
    hostOnly ? '' : `; Domain=${domain}`,
    `; Path=${path}`,
    expires === null ? '' : `; Expires=${new Date(expires).toUTCString()}`,
    secure ? '; Secure' : '',
    httpOnly ? '; HttpOnly' : '',
    SAME_SITE[sameSite],
    partition === null ? '' : '; Partitioned',
  ];
  return attributes.join('') as Bytes;
}

/** The line that deletes a cookie: all of its identity, and what a line for such a cookie needs to be taken at all. */
export function deletionOf({ name, domain, hostOnly, path, secure, sameSite, partition }: StoredCookie): Bytes {
  const attributes = [
    `${name}=`,
    hostOnly ? '' : `; Domain=${domain}`,
    `; Path=${path}`,
    '; Max-Age=0',
    secure || partition !== null ? '; Secure' : '',
    sameSite === 'none' || partition !== null ? '; SameSite=None' : '',
    partition === null ? '' : '; Partitioned',
  ];
  return attributes.join('') as Bytes;
}

/** What a deletion lacks to be one of this cookie. */
export function deletionChanges({ domain, hostOnly, path, secure, partition }: StoredCookie): readonly Change[] {
  return [
    hostOnly ? { kind: 'drop', attribute: 'domain' } : { kind: 'set', attribute: 'domain', value: domain as Bytes },
    { kind: 'set', attribute: 'path', value: path === '' ? ('/' as Bytes) : path },
    ...(secure || partition !== null ? [{ kind: 'add-flag', flag: 'secure' } as const] : []),
    ...(partition === null
      ? []
      : ([
          { kind: 'set', attribute: 'samesite', value: 'None' as Bytes },
          { kind: 'add-flag', flag: 'partitioned' },
        ] as const)),
  ];
}

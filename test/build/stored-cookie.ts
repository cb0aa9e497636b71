import { bytes, NO_BYTES } from '../../src/analysis/engine/base/bytes';
import { instant } from '../../src/analysis/engine/base/units';
import type { StoredCookie } from '../../src/analysis/engine/jar/stored-cookie';

/** A host-only session cookie of a.test, with what a test says otherwise; `at` is when it was made and last used. */
export function storedCookie(
  name: string,
  {
    at = 0,
    serial = 0,
    path = '/',
    ...more
  }: Partial<Omit<StoredCookie, 'name' | 'path'>> & { readonly at?: number; readonly path?: string } = {},
): StoredCookie {
  return {
    name: bytes(name),
    value: NO_BYTES,
    domain: 'a.test',
    hostOnly: true,
    path: bytes(path),
    secure: false,
    httpOnly: false,
    sameSite: 'absent',
    partition: null,
    priority: 'medium',
    expires: null,
    creation: instant(at),
    lastAccess: instant(at),
    serial,
    scriptSerial: serial,
    ...more,
  };
}

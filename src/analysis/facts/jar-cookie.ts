import type { PartitionKey } from '../engine/base/partition-key';
import type { Bytes, Instant } from '../engine/base/units';

/** A cookie as the cookies API gives it. */
export interface JarCookie {
  readonly name: Bytes;
  readonly value: Bytes;
  /** Without a leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: Bytes;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `absent`: the API says "unspecified". */
  readonly sameSite: 'strict' | 'lax' | 'none' | 'absent';
  /** null = a session cookie. */
  readonly expires: Instant | null;
  readonly partition: PartitionKey | null;
}

/** The fields of a cookie that the cookies API reports, of a cookie with more fields. */
export const asJarCookie = ({
  name,
  value,
  domain,
  hostOnly,
  path,
  secure,
  httpOnly,
  sameSite,
  expires,
  partition,
}: JarCookie): JarCookie => ({ name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expires, partition });

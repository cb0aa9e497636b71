import type { PartitionKey } from '../base/partition-key';
import type { Bytes, Instant } from '../base/units';
import type { Priority, SameSite } from '../header/parsed-line';

/** A cookie in the replayed jar. Never changed in place: a new line makes a new one. */
export interface StoredCookie {
  readonly name: Bytes;
  readonly value: Bytes;
  /** Without a leading dot, lower case. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: Bytes;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partition: PartitionKey | null;
  readonly priority: Priority;
  /** null = until the browser closes. */
  readonly expires: Instant | null;
  readonly creation: Instant;
  readonly lastAccess: Instant;
  /** Number of its creation in this jar: earlier first where times are equal. */
  readonly serial: number;
  /** Its place in document.cookie among equal paths: `serial`, unless a script rewrote it where the browser then lists it last. */
  readonly scriptSerial: number;
}

/** Whether a cookie's time is up. */
export const isOver = ({ expires }: { readonly expires: Instant | null }, at: Instant): boolean =>
  expires !== null && expires <= at;

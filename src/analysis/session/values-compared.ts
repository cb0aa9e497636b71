import type { Bytes } from '../engine/base/units';
import type { Row } from '../replay/rows/exchange';
import { cookieValuesCompared } from './cookies/correlation';
import { transactionValuesCompared } from './federated/values-compared';
import type { Chunked } from './shared/chunked';

/** The values of which `sessionsOf` asks the digests: those of cookies and those that go to another site and come back. */
export function* valuesCompared(rows: readonly Row[]): Chunked<ReadonlySet<Bytes>> {
  return new Set([...(yield* cookieValuesCompared(rows)), ...(yield* transactionValuesCompared(rows))]);
}

import { bytes } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import type { Row } from '../../replay/rows/exchange';
import { type Chunked, shouldYield } from '../shared/chunked';
import { leaveIn } from './leave';

/** The values that leave with the browser and that come back in a form, or are recognised by their digest. */
export function* transactionValuesCompared(rows: readonly Row[]): Chunked<ReadonlySet<Bytes>> {
  const compared = new Set<Bytes>();
  for (const [at, row] of rows.entries()) {
    if (shouldYield(at)) yield;
    const leave = row.kind === 'exchange' ? leaveIn(row) : null;
    if (leave === null) continue;
    const { state, nonce, challenge, relayState } = leave.secrets;
    for (const secret of [state, nonce, challenge, relayState, leave.message?.id ?? null])
      if (secret !== null && secret !== '') compared.add(bytes(secret));
  }
  return compared;
}

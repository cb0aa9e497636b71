import { NOTHING } from '../../engine/base/lists';
import type { ResponseReceived } from '../../facts/fact';
import type { Exchange } from '../rows/exchange';
import { storageAccessOf } from './storage-access';

/**
 * What `Activate-Storage-Access: retry` makes of an exchange: the browser asks again with cookies and tells no extension of
 * that second request, so what is known of the first says nothing of what the server got.
 * @returns nothing where it was not retried
 * @see https://privacycg.github.io/storage-access-headers/
 */
export function retried(exchange: Exchange, { headers }: ResponseReceived): Partial<Exchange> {
  const asks = headers.some(({ name, value }) => name === 'activate-storage-access' && /^\s*retry\b/.test(value));
  if (!asks || storageAccessOf(exchange.sent) !== 'inactive') return {};
  const { policy } = exchange;
  return {
    transmission: 'retried',
    cookies: NOTHING,
    withheld: NOTHING,
    otherPartitions: NOTHING,
    policy: policy?.kind === 'read' ? { ...policy, policy: 'allow', by: { kind: 'retry' } } : policy,
  };
}

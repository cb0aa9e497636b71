import type { ThirdPartyPolicy } from '../../engine/verdict/verdict';
import type { RecorderStarted, RequestSent } from '../../facts/fact';
import type { PolicyEvidence, StorageAccess } from '../rows/policy-basis';
import { headerOf } from './request-header';

const VALUES: readonly StorageAccess[] = ['none', 'inactive', 'active'];

/**
 * `Sec-Fetch-Storage-Access`, which browsers send with a credentialed request whose cookies are a third party's.
 * Null = there is none, or its value is not known.
 */
export function storageAccessOf(sent: RequestSent): StorageAccess | null {
  const value = headerOf(sent, 'sec-fetch-storage-access');
  return VALUES.find((each) => each === value) ?? null;
}

/**
 * What a header's value tells of unpartitioned cookies. Measured on Firefox 153: without access the value is the same whether it keeps
 * them apart (its default and strict modes), refuses them or, of a site that is no tracker, lets them go (`cookieBehavior` 4).
 */
export function policyBy(
  value: StorageAccess,
  browser: RecorderStarted['browser'],
): { readonly policy: ThirdPartyPolicy; readonly by: PolicyEvidence } {
  if (value === 'active') return { policy: 'allow', by: { kind: 'header', value } };
  return browser === 'firefox'
    ? { policy: 'partition', by: { kind: 'default', value } }
    : { policy: 'block', by: { kind: 'header', value } };
}

/** Since when Chromium sends the header with every credentialed third-party request, so that its absence says something. */
const SENT_SINCE = 133;

/** @param version full version text; empty = not told */
export const sendsStorageAccess = (browser: RecorderStarted['browser'], version: string): boolean =>
  browser === 'chromium' && Number.parseInt(version, 10) >= SENT_SINCE;

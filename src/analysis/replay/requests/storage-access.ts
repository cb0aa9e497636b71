import type { ThirdPartyPolicy } from '../../engine/verdict/verdict';
import type { RecorderStarted, RequestSent } from '../../facts/fact';
import type { StorageAccess } from '../rows/policy-basis';
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

/** What a header's value comes to for unpartitioned cookies. Firefox sends it in its default mode alone, which keeps them apart. */
export function policyOf(access: StorageAccess, browser: RecorderStarted['browser']): ThirdPartyPolicy {
  if (access === 'active') return 'allow';
  return browser === 'firefox' ? 'partition' : 'block';
}

/** Since when Chromium sends the header with every credentialed third-party request, so that its absence says something. */
const SENT_SINCE = 133;

/** @param version full version text; empty = not told */
export const sendsStorageAccess = (browser: RecorderStarted['browser'], version: string): boolean =>
  browser === 'chromium' && Number.parseInt(version, 10) >= SENT_SINCE;

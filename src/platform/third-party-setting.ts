import type { Permissions, Types } from 'webextension-polyfill';
import type { ThirdPartyPolicy } from '../analysis/engine/verdict/verdict';
import type { TabId } from '../analysis/facts/fact';
import { browser, isFirefox } from './browser';

const PERMISSION: Permissions.Permissions = { permissions: ['privacy'] };

/** The permission to read the browser's setting; asked for in the turn of a click only. False = refused. */
export const requestThirdPartySetting = (): Promise<boolean> => browser.permissions.request(PERMISSION);

/**
 * What the browser's settings say of third-party cookies; null = they may not be read, or say something that is neither.
 * Single sites may be exempt, which no such call tells.
 */
export async function thirdPartySetting(tabId: TabId): Promise<ThirdPartyPolicy | null> {
  if (!(await browser.permissions.contains(PERMISSION))) return null;
  const { incognito } = await browser.tabs.get(tabId);
  // For its private windows Firefox has a setting of its own, which no API tells.
  if (isFirefox) return incognito ? null : policyOfFirefox((await browser.privacy.websites.cookieConfig.get({})).value);
  // An Incognito window's answer is another one, and only told to an extension that is allowed in such windows.
  const { value } = await allowedInChromium().get({ incognito });
  return typeof value === 'boolean' ? (value ? 'allow' : 'block') : null;
}

// webextension-polyfill types what Firefox has.
const allowedInChromium = (): Types.Setting =>
  (browser.privacy.websites as unknown as { readonly thirdPartyCookiesAllowed: Types.Setting }).thirdPartyCookiesAllowed;

const FIREFOX: Readonly<Record<string, ThirdPartyPolicy>> = {
  allow_all: 'allow',
  reject_all: 'block',
  reject_third_party: 'block',
  reject_trackers_and_partition_foreign: 'partition',
};

/** `allow_visited` and `reject_trackers` depend on the site: neither yes nor no. */
function policyOfFirefox(config: unknown): ThirdPartyPolicy | null {
  const behavior = typeof config === 'object' && config !== null && 'behavior' in config ? config.behavior : null;
  return typeof behavior === 'string' ? (FIREFOX[behavior] ?? null) : null;
}

import './missing-runtime';
import browser from 'webextension-polyfill';
import { isRuntimeMissing } from './missing-runtime';

export { browser };

/** Which of the two families runs us. Only Firefox's extension pages live on `moz-extension:`. */
export const isFirefox = location.protocol === 'moz-extension:';

/**
 * Whether the extension was reloaded or removed, so that this page of it can do nothing any more. Of a page that Chromium loads
 * while it reloads the extension that may be so from the beginning.
 */
export const isOrphaned = (): boolean => isRuntimeMissing || !browser.runtime?.id;

/** Scheme and host of our own pages, without a slash at the end. */
export const ownOrigin = location.origin;

/** The browser's full version, such as 156.0.8078.79; empty = it does not say. */
export async function browserVersion(): Promise<string> {
  if (isFirefox) return (await browser.runtime.getBrowserInfo()).version;
  const brands = (await highEntropyBrands()) ?? [];
  return (
    brands.find(({ brand }) => brand === 'Chromium')?.version ?? /Chrom(?:e|ium)\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? ''
  );
}

interface Brand {
  readonly brand: string;
  readonly version: string;
}

// The user agent string has the major version only. TypeScript's DOM does not know userAgentData, which Chromium alone has.
async function highEntropyBrands(): Promise<readonly Brand[] | null> {
  const { userAgentData } = navigator as {
    userAgentData?: { getHighEntropyValues(hints: string[]): Promise<{ fullVersionList?: readonly Brand[] }> };
  };
  return (await userAgentData?.getHighEntropyValues(['fullVersionList']))?.fullVersionList ?? null;
}

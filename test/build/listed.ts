import type { WireCookie } from '../../src/analysis/facts/from-cookies';

/** The cookies that a browser's API lists: of one store, of a site, of no partition or one of these. */
export const listedCookies = (
  cookies: readonly WireCookie[],
  storeId: string,
  site: string | null,
  topLevelSites: readonly string[],
): readonly WireCookie[] => cookies.filter((each) => each.storeId === storeId && isOf(each, site) && isIn(each, topLevelSites));

const isIn = ({ partitionKey }: WireCookie, topLevelSites: readonly string[]): boolean =>
  !partitionKey?.topLevelSite || topLevelSites.includes(partitionKey.topLevelSite);

const isOf = ({ domain }: WireCookie, site: string | null): boolean =>
  site === null || domain === site || domain.endsWith(`.${site}`);

/** A URL without the user name and password that may stand before its host: they are secrets, and no cookie depends on them. */
export const plainUrl = (url: string): string =>
  url.includes('@') ? url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1') : url;

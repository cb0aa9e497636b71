/** A URL as browsers write it; one that cannot be read stays as it is, and the engine cannot tell. */
export const canonicalUrl = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

/** An origin as browsers write it. */
export function canonicalOrigin(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).origin : origin;
}

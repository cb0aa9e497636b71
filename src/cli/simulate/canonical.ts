/** A URL as browsers write it; empty where they would not take it, and the engine cannot tell. */
export const canonicalUrl = (url: string): string => (URL.canParse(url) ? new URL(url).href : '');

/** An origin as browsers write it. */
export function canonicalOrigin(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).origin : origin;
}

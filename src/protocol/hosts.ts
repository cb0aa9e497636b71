/** Every host of the web. Its web sockets go with it, see `withSockets`. */
export const EVERY_HOST = ['http://*/*', 'https://*/*'] as const;

/** The match pattern for a page's host; null = not a page of the web (about:, chrome:, file:). */
export function hostPattern(url: string): string | null {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : null;
}

/** The handshake of a web socket carries cookies both ways, but its scheme is another, which is granted by itself. */
export const withSockets = (patterns: readonly string[]): readonly string[] =>
  patterns.flatMap((pattern) => [pattern, pattern.replace(/^http/, 'ws')]);

/** Match patterns for a site and its subdomains. @param site a registrable domain, or a host that has none */
export function patternsOf(site: string): readonly string[] {
  const isAddress = /^[\d.]+$|^\[/.test(site);
  return ['http', 'https'].map((scheme) => `${scheme}://${isAddress ? '' : '*.'}${site}/*`);
}

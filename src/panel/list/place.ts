/** Host (with its port) and path with query of a URL; a URL that cannot be read is all path. */
export function placeOf(url: string): { readonly host: string; readonly path: string } {
  const match = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(url);
  if (!match) return { host: '', path: url };
  return { host: (match[1] ?? '').replace(/^[^@]*@/, ''), path: match[2] || '/' };
}

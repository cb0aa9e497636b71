interface UrlPlace {
  /** In lower case; empty = the URL cannot be read. */
  readonly scheme: string;
  /** With its port. */
  readonly host: string;
  /** With its query. */
  readonly path: string;
}

/** Scheme, host and path of a URL; a URL that cannot be read is all path. */
export function placeOf(url: string): UrlPlace {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/i.exec(url);
  if (!match) return { scheme: '', host: '', path: url };
  const [, scheme = '', host = '', path = ''] = match;
  return { scheme: scheme.toLowerCase(), host: host.replace(/^[^@]*@/, ''), path: path || '/' };
}

/** Letters from which on a piece of a path is taken for an id, and how many of one are kept. */
const LONG = 25;
const KEPT = 8;

/** A path in which ids are cut short, so that what follows them can be read: `/orders/9f2c41d0…/items`. */
export const shortPath = (path: string): string =>
  path.replace(/[^/?&=#]+/g, (piece) => (piece.length < LONG ? piece : `${piece.slice(0, KEPT)}…`));

/** A scheme that a list names: all but https and wss, which go without saying. null = it goes without saying, or is not known. */
export const namedScheme = (scheme: string): string | null =>
  scheme === '' || scheme === 'https' || scheme === 'wss' ? null : scheme;

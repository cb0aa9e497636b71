import { bytes } from '../base/bytes';
import type { Bytes } from '../base/units';
import { remembered } from './remembered';

/** The parts of a URL that cookies depend on. */
export interface UrlParts {
  /** Without the colon, lower case. */
  readonly scheme: string;
  /** Lower case, a trailing dot kept; an IPv6 address in its brackets. */
  readonly host: string;
  /** Empty = the scheme's own. */
  readonly port: string;
  /** Without query and fragment; at least `/`. */
  readonly path: Bytes;
}

const URL_FORM = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[0-9a-f:.]+\]|[^/?#:@[\]]+)(?::([0-9]*))?([^?#]*)/i;

/**
 * Splits a URL as browsers serialise them. Nothing is normalised but the case of scheme and host.
 * @returns null where there is no host: `about:blank`, `data:…`, the opaque origin `null`, or no URL at all
 */
export const urlParts = remembered((url): UrlParts | null => {
  const found = URL_FORM.exec(url);
  if (found === null) return null;
  const [, scheme = '', host = '', port = '', path = ''] = found;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port, path: bytes(path === '' ? '/' : path) };
});

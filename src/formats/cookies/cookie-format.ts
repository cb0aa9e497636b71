import type { Instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import type { FormatLoss } from './loss';

/** What the writer of a format needs to know beside the cookies. */
export interface CookieExportOptions {
  /** The address for which a Cookie header or a curl command is made. */
  readonly url: string;
  /** Cookies that are over by then go into no Cookie header. */
  readonly at: Instant;
  /** Netscape for wget: HttpOnly lines without their prefix, which wget takes for a comment. */
  readonly isPlain: boolean;
}

/** A way to write cookies down for another tool. */
export interface CookieFormat {
  /** The ending of the file's name. */
  readonly extension: string;
  readonly mediaType: string;
  /** What the format cannot carry of these cookies, to be shown before they are written. */
  readonly losses: (cookies: readonly JarCookie[], options: CookieExportOptions) => readonly FormatLoss[];
  readonly write: (cookies: readonly JarCookie[], options: CookieExportOptions) => string;
}

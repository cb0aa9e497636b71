import type { Digest } from '../analysis/facts/digest';
import type { JarCookie } from '../analysis/facts/jar-cookie';
import type { CookieExportOptions } from './cookies/cookie-format';
import { type CookieFormatId, cookieFormat } from './cookies/cookie-formats';
import type { FormatLoss } from './cookies/loss';
import type { Receipt } from './redaction/receipt';
import { redactedCookies } from './redaction/redacted-facts';

export { COOKIE_FORMATS, type CookieFormatId } from './cookies/cookie-formats';

/** Cookies as the text of a file, what the format could not carry, and the receipt of what was taken out; null = nothing was. */
export interface ExportedCookies {
  readonly text: string;
  readonly losses: readonly FormatLoss[];
  readonly receipt: Receipt | null;
  readonly extension: string;
  readonly mediaType: string;
}

/** @param redaction digests under a key made for this file and then forgotten; null = recorded values are written */
export function exportCookies(
  cookies: readonly JarCookie[],
  id: CookieFormatId,
  { redaction, ...options }: CookieExportOptions & { readonly redaction: Digest | null },
): ExportedCookies {
  const redacted = redaction === null ? null : redactedCookies(cookies, redaction);
  const written = redacted?.cookies ?? cookies;
  const { extension, mediaType, losses, write } = cookieFormat(id, redacted !== null);
  return {
    text: write(written, options),
    losses: losses(written, options),
    receipt: redacted?.receipt ?? null,
    extension,
    mediaType,
  };
}

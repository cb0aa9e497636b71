import type { Bytes } from '../analysis/engine/base/units';

/** Names the port over which the background is asked for one request. */
export const REPEAT_PORT = 'cookie-flow/repeat';

/** A recorded GET, to be sent once more with cookies of an earlier time. */
export interface RepeatedRequest {
  readonly url: string;
  /** The Cookie header's octets, all of them ASCII. */
  readonly cookie: Bytes;
  /** Further headers as they were recorded; names in lower case. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Whether a page was asked for, and not data. */
  readonly isDocument: boolean;
}

/** What the server answered; a redirect is not followed. */
export interface RepeatedAnswer {
  readonly status: number;
  /** Where it leads; null = it is no redirect. */
  readonly location: string | null;
  /** Content-Length; null = not told. */
  readonly length: number | null;
  /** Names of the cookies that it would set or delete. The browser stores none of them. */
  readonly cookies: readonly string[];
}

/** `failed`: with the browser's own words; whether the request went out is then not known. */
export type RepeatResult =
  | { readonly kind: 'answered'; readonly answer: RepeatedAnswer }
  | { readonly kind: 'failed'; readonly text: string };

/** The request that a page of the extension asks for; null = of no shape we know, or one that is never sent. */
export function readRepeatedRequest(message: unknown): RepeatedRequest | null {
  const { url, cookie, headers, isDocument } = (message ?? {}) as { readonly [field in keyof RepeatedRequest]?: unknown };
  if (typeof url !== 'string' || !/^https?:\/\//.test(url) || !URL.canParse(url)) return null;
  if (typeof cookie !== 'string' || !/^[\x20-\x7e]+$/.test(cookie)) return null;
  if (!Array.isArray(headers) || !headers.every(isHeader) || typeof isDocument !== 'boolean') return null;
  return { url, cookie: cookie as Bytes, headers, isDocument };
}

function isHeader(header: unknown): header is RepeatedRequest['headers'][number] {
  const { name, value } = (header ?? {}) as { readonly name?: unknown; readonly value?: unknown };
  return typeof name === 'string' && /^[a-z0-9-]+$/.test(name) && typeof value === 'string' && /^[\x20-\x7e]*$/.test(value);
}

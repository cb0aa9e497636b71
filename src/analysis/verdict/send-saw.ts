import { text } from '../facts/bytes';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access';
import { sameSiteWords, seen, seenContext, seenKey } from './saw';
import type { Seen } from './verdict';

type Look = (cookie: StoredCookie, access: Access) => readonly Seen[];

const LOOKS: Readonly<Record<string, Look>> = {
  'send-domain': ({ domain, hostOnly }, { host }) => [seen(hostOnly ? 'host-only' : 'domain', domain), seen('host', host)],
  'send-path': ({ path }, access) => [seen('cookie-path', text(path)), seen('path', text(access.path))],
  'send-secure': (_cookie, { parts }) => (parts === null ? [] : [seen('scheme', parts.scheme), seen('host', parts.host)]),
  'send-http-only': (_cookie, { via }) => [seen('via', via)],
  'send-same-site': ({ sameSite }, access) => [seen('same-site', sameSiteWords(sameSite)), ...seenContext(access)],
  'send-expiry': ({ expires }) =>
    expires === null || Math.abs(expires) >= 8.64e15 ? [] : [seen('until', new Date(expires).toISOString())],
  'send-partition': ({ partition }, { key }) => [
    ...seenKey(partition),
    ...seenKey(key).map(({ value }) => seen('request-partition', value)),
  ],
  'send-third-party': (_cookie, { policy }) => [seen('policy', typeof policy === 'string' ? policy : 'unknown')],
};

/** The values a step on sending looked at, without the cookie's value. */
export const sendSawOf = (id: string, cookie: StoredCookie, access: Access): readonly Seen[] => LOOKS[id]?.(cookie, access) ?? [];

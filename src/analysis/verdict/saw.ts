import type { PartitionKey } from '../facts/fact';
import type { SameSite } from '../header/parsed-line';
import type { Access } from './access';
import { isUnknown, type Unknown } from './context';
import type { Seen } from './verdict';

export const seen = (what: string, value: string): Seen => ({ what, value });

const SAME_SITE: Readonly<Record<SameSite, string>> = { strict: 'Strict', lax: 'Lax', none: 'None', absent: '–' };

export const sameSiteWords = (sameSite: SameSite): string => SAME_SITE[sameSite];

/** What SameSite depends on. */
export function seenContext({ context }: Access): readonly Seen[] {
  const { type, method, initiator, siteForCookies, redirectChain } = context;
  return [
    seen('request-type', type),
    seen('method', method),
    ...told('initiator', initiator),
    ...(type === 'main-frame-navigation' ? [] : told('site-for-cookies', siteForCookies)),
    ...(redirectChain.length === 0 ? [] : [seen('redirects', String(redirectChain.length))]),
  ];
}

/** null stands for the browser itself, or for no site at all. */
const told = (what: string, value: string | null | Unknown): readonly Seen[] =>
  isUnknown(value) ? [] : [seen(what, value ?? '–')];

export function seenKey(key: PartitionKey | null | Unknown): readonly Seen[] {
  if (isUnknown(key)) return [];
  if (key === null) return [seen('partition', '–')];
  return [seen('partition', key.crossSiteAncestor === true ? `${key.topLevelSite} (cross-site ancestor)` : key.topLevelSite)];
}

import type { PartitionKey } from '../../analysis/engine/base/partition-key';
import { siteOf, siteText } from '../../analysis/engine/site/schemeful';
import type { RequestContext, Unknown } from '../../analysis/engine/verdict/access/context';
import { canonicalOrigin, canonicalUrl } from './canonical';
import { type FormFields, isFields, textIn, textsIn } from './case-form';
import { NotInFormat } from './not-in-format';

const TYPES = ['main-frame-navigation', 'subframe-navigation', 'subresource', 'script'] as const;

/** The context of a step. None at all is a same-site request; what a context leaves out is not known. */
export function requestContextOf(value: unknown, url: string, via: 'http' | 'script'): RequestContext {
  if (value === undefined) return sameSite(url, via);
  if (!isFields(value)) throw new NotInFormat('context is not an object');
  const type = TYPES.find((name) => name === value.type);
  if (type === undefined) throw new NotInFormat('context.type is not one of the format’s');
  const siteForCookies = originIn(value, 'siteForCookies');
  return {
    type,
    method: value.method === undefined ? 'GET' : textIn(value, 'method'),
    // A script acts for its own document; no one else can be its initiator.
    initiator: type === 'script' ? canonicalOrigin(url) : originIn(value, 'initiator'),
    siteForCookies,
    ancestors: value.ancestors === undefined ? unknown('ancestors') : textsIn(value, 'ancestors').map(canonicalOrigin),
    redirectChain: value.redirectChain === undefined ? [] : textsIn(value, 'redirectChain').map(canonicalUrl),
    reload: value.reload === 'script' || value.reload === 'user' ? value.reload : 'none',
    partitionKey: partitionKeyOf(value.partitionKey, siteForCookies),
  };
}

function sameSite(url: string, via: 'http' | 'script'): RequestContext {
  const origin = canonicalOrigin(url);
  return {
    type: via === 'script' ? 'script' : 'subresource',
    method: 'GET',
    initiator: origin,
    siteForCookies: origin,
    ancestors: via === 'script' ? [] : [origin],
    redirectChain: [],
    reload: 'none',
    partitionKey: partitionKeyOf(undefined, origin),
  };
}

function originIn(fields: FormFields, name: string): string | null | Unknown {
  const value = fields[name];
  if (value === undefined) return unknown(name);
  return value === null ? null : canonicalOrigin(textIn(fields, name));
}

/** A context that gives no key is that of a page of its own site, where it has one. */
function partitionKeyOf(value: unknown, siteForCookies: string | null | Unknown): PartitionKey | null | Unknown {
  if (value === null) return null;
  if (value === undefined) {
    const site = typeof siteForCookies === 'string' ? siteOf(siteForCookies) : null;
    return site === null ? unknown('partitionKey') : { topLevelSite: siteText(site), crossSiteAncestor: false };
  }
  if (!isFields(value)) throw new NotInFormat('partitionKey is not an object');
  const bit = value.crossSiteAncestor;
  return { topLevelSite: textIn(value, 'topLevelSite'), crossSiteAncestor: typeof bit === 'boolean' ? bit : null };
}

const unknown = (what: string): Unknown => ({ unknown: what });

import type { Profile } from '../../analysis/facts/profile';
import { isSameSite } from '../../analysis/site/same-site';
import { siteOf } from '../../analysis/site/schemeful';
import { type Conduct, conductOf } from '../../analysis/verdict/browsers';
import { isUnknown } from '../../analysis/verdict/context';
import { type Relation, sendRelation } from '../../analysis/verdict/site-relation';
import { canonicalUrl } from './canonical';
import { type Fields, textIn } from './case-form';
import { contextOf } from './context-of';

const NAMES: Readonly<Record<Relation, string>> = {
  strict: 'SAME_SITE_STRICT',
  lax: 'SAME_SITE_LAX',
  'lax-unsafe': 'SAME_SITE_LAX_METHOD_UNSAFE',
  cross: 'CROSS_SITE',
};

/** Kind `sameSiteContext`: what a request may carry, in Chromium's names and in the shape the case asks for. */
export function sameSiteContext(fields: Fields, profile: Profile): unknown {
  const conduct = conductOf(profile);
  if (typeof fields.mainFrameNavigation === 'boolean') return relation(fields, fields.mainFrameNavigation, conduct);
  const both = (redirectChain: Conduct['redirectChain']) => ({
    subresource: relation(fields, false, { ...conduct, redirectChain }),
    mainFrameNavigation: relation(fields, true, { ...conduct, redirectChain }),
  });
  return { consideringRedirects: both('counts'), ignoringRedirects: both('ignored') };
}

/** null = there is no such request: a main frame's site for cookies is its own. */
function relation(fields: Fields, mainFrame: boolean, conduct: Conduct): string | null {
  const url = canonicalUrl(textIn(fields, 'url'));
  const site = siteOf(url);
  const context = contextOf({ ...fields, type: mainFrame ? 'main-frame-navigation' : 'subresource' }, url, 'http');
  const { siteForCookies } = context;
  if (mainFrame && typeof siteForCookies === 'string' && !isSameSite(siteOf(siteForCookies), site, conduct.schemefulSite))
    return null;
  const found = sendRelation(context, site, conduct);
  return isUnknown(found) ? null : NAMES[found];
}

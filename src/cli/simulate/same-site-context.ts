import type { Profile } from '../../analysis/engine/base/profile';
import { isSameSite } from '../../analysis/engine/site/same-site';
import { siteOf } from '../../analysis/engine/site/schemeful';
import { type Behavior, behaviorOf } from '../../analysis/engine/verdict/access/browsers';
import { isUnknown } from '../../analysis/engine/verdict/access/context';
import { type Relation, sendRelation } from '../../analysis/engine/verdict/access/site-relation';
import { canonicalUrl } from './canonical';
import { type FormFields, textIn } from './case-form';
import { requestContextOf } from './context-of';

const NAMES: Readonly<Record<Relation, string>> = {
  strict: 'SAME_SITE_STRICT',
  lax: 'SAME_SITE_LAX',
  'lax-unsafe': 'SAME_SITE_LAX_METHOD_UNSAFE',
  cross: 'CROSS_SITE',
};

/** Kind `sameSiteContext`: what a request may carry, in Chromium's names and in the shape the case asks for. */
export function sameSiteContext(fields: FormFields, profile: Profile): unknown {
  const behavior = behaviorOf(profile);
  if (typeof fields.mainFrameNavigation === 'boolean') return relation(fields, fields.mainFrameNavigation, behavior);
  const both = (redirectChain: Behavior['redirectChain']) => ({
    subresource: relation(fields, false, { ...behavior, redirectChain }),
    mainFrameNavigation: relation(fields, true, { ...behavior, redirectChain }),
  });
  return { consideringRedirects: both('counts'), ignoringRedirects: both('ignored') };
}

/** null = there is no such request: a main frame's site for cookies is its own. */
function relation(fields: FormFields, mainFrame: boolean, behavior: Behavior): string | null {
  const url = canonicalUrl(textIn(fields, 'url'));
  const site = siteOf(url);
  const context = requestContextOf({ ...fields, type: mainFrame ? 'main-frame-navigation' : 'subresource' }, url, 'http');
  const { siteForCookies } = context;
  if (mainFrame && typeof siteForCookies === 'string' && !isSameSite(siteOf(siteForCookies), site, behavior.schemefulSite))
    return null;
  const found = sendRelation(context, site, behavior);
  return isUnknown(found) ? null : NAMES[found];
}

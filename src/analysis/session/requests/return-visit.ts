import { siteOfUrl } from './address';
import { locationOf, type Visit } from './visit';

/** A cookie with a shorter value carries nobody's sign-in. */
const SHORTEST = 16;

/**
 * Visits that bring somebody back from another site in no protocol that we know, as gateways do (Cloudflare Access): a page sent
 * the browser to another site, which sent it back, by another request, to an address with parameters; and the answer gave an HttpOnly cookie and led to that page. Where one
 * request does it all nobody was asked for anything: gates for consent and against robots work like that.
 */
export function returnsToLeftPages(visits: readonly Visit[]): ReadonlySet<Visit> {
  const found = new Set<Visit>();
  const left = new Map<string, string>();
  let before: Visit | null = null;
  for (const visit of visits) {
    if (left.size > 0 && isFromElsewhere(visit, before) && isLetIn(visit, left)) found.add(visit);
    if (leadsElsewhere(visit)) left.set(visit.address.page, visit.exchange.request);
    before = visit;
  }
  return found;
}

function leadsElsewhere({ exchange, isDocument, leadsTo }: Visit): boolean {
  if (!isDocument || leadsTo === null || exchange.sent.method !== 'GET') return false;
  const target = locationOf(exchange);
  const site = target === null || !/^(?:[a-z]+:)?\/\//i.test(target) ? null : siteOfUrl(target.replace(/^\/\//, 'https://'));
  return site !== null && site !== siteOfUrl(exchange.url);
}

/** Redirected here by another site: the hop before is none of this site's. */
const isFromElsewhere = ({ exchange, isDocument }: Visit, before: Visit | null): boolean =>
  isDocument &&
  exchange.hop > 0 &&
  (before === null || before.exchange.request !== exchange.request || before.exchange.hop !== exchange.hop - 1);

const isLetIn = (visit: Visit, left: ReadonlyMap<string, string>): boolean =>
  visit.address.parameters.length > 0 &&
  visit.leadsTo !== null &&
  (left.get(visit.leadsTo) ?? visit.exchange.request) !== visit.exchange.request &&
  visit.exchange.lines.some(({ parsed }) => parsed.httpOnly && parsed.value.length >= SHORTEST) &&
  !visit.asksSignOut;

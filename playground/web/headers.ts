import type { RequestHandler } from 'express';
import type { Shop } from '../shop/shop';

type Policed = Pick<Shop, 'hosts' | 'switches'>;

/** What every page of the shop sends: no caching (pages carry cookies), no foreign scripts, no framing, a short Referer. */
export function headers(shop: Policed): RequestHandler {
  return (_request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentPolicy(shop),
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  };
}

/** What a page of the shop may load, where its forms may lead, and whose frames may show it. @param framedBy another site; absent = none */
export function contentPolicy({ hosts, switches }: Policed, framedBy = ''): string {
  // A form's way is watched to its end: signing out leads to the identity provider, the redirect of a flaw to HTTP.
  const ends = switches.has('account-over-http') ? [hosts.saml, hosts.plain] : [hosts.saml];
  return [
    "default-src 'none'",
    `script-src ${hosts.cdn}`,
    `style-src ${hosts.cdn}`,
    `img-src 'self' data: ${hosts.cdn} ${hosts.ads}`,
    `frame-src 'self' ${hosts.ads} ${hosts.id}`,
    "connect-src 'self'",
    `form-action 'self' ${ends.join(' ')}`,
    "base-uri 'none'",
    `frame-ancestors 'self' ${framedBy}`.trim(),
  ].join('; ');
}

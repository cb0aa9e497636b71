import type { RequestHandler } from 'express';
import type { Shop } from '../shop/shop';

/** What every page of the shop sends: no caching (pages carry cookies), no foreign scripts, no framing, a short Referer. */
export function headers({ hosts, switches }: Pick<Shop, 'hosts' | 'switches'>): RequestHandler {
  const policy = (formAction: string): string =>
    [
      "default-src 'none'",
      `script-src ${hosts.cdn}`,
      `style-src ${hosts.cdn}`,
      `img-src 'self' data: ${hosts.cdn} ${hosts.ads}`,
      `frame-src 'self' ${hosts.ads}`,
      "connect-src 'self'",
      `form-action ${formAction}`,
      "base-uri 'none'",
      "frame-ancestors 'self'",
    ].join('; ');
  return (_request, response, next) => {
    // A form's way is watched to its end: signing out leads to the identity provider, the redirect of a flaw to HTTP.
    const ends = switches.has('account-over-http') ? [hosts.saml, hosts.plain] : [hosts.saml];
    const formAction = `'self' ${ends.join(' ')}`;
    response.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy(formAction),
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  };
}

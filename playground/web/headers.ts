import type { RequestHandler } from 'express';
import type { Hosts } from '../hosts';

/** What every page of the shop sends: no caching (pages carry cookies), no foreign scripts, no framing, a short Referer. */
export function headers(hosts: Hosts): RequestHandler {
  const policy = [
    "default-src 'none'",
    `script-src ${hosts.cdn}`,
    `style-src ${hosts.cdn}`,
    `img-src 'self' data: ${hosts.cdn} ${hosts.ads}`,
    `frame-src 'self' ${hosts.ads}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
  return (_request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  };
}

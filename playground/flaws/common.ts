import type { Variant } from './variant';

/** The five common errors. */
export const COMMON = [
  {
    id: 'no-httponly',
    title: 'Session cookie without HttpOnly',
    does: 'Leaves HttpOnly off the session cookie, so every script in the page can read it.',
    finding: 'http-only-missing',
    way: 'sign-in',
  },
  {
    id: 'no-secure',
    title: 'Session cookie without Secure',
    does: 'Leaves Secure off the session cookie (and with it the __Host- prefix, which would be refused).',
    finding: 'secure-missing',
    way: 'sign-in',
  },
  {
    id: 'same-site-none',
    title: 'SameSite=None without need',
    does: 'Sets the session cookie with SameSite=None, so that every other site’s requests carry it.',
    finding: 'same-site-none-unneeded',
    way: 'sign-in',
  },
  {
    id: 'none-without-secure',
    title: 'SameSite=None without Secure',
    does: 'Sets the cart with SameSite=None and no Secure: browsers refuse it, and the cart stays empty.',
    finding: 'none-without-secure',
    way: 'cart',
  },
  {
    id: 'fixation',
    title: 'Session fixation',
    does: 'Keeps the anonymous session id when somebody signs in.',
    finding: 'session-fixation',
    way: 'sign-in',
  },
  {
    id: 'broad-domain',
    title: 'Domain broader than needed',
    does: 'Sets the session cookie with Domain=shop.localhost, so that cdn.shop.localhost gets it too.',
    finding: 'domain-too-broad',
    way: 'sign-in',
  },
] as const satisfies readonly Variant[];

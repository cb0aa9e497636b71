/** A deliberate fault of the shop: what it changes and which finding of Cookie Flow it must bring about. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  /** What the server does otherwise than it should. */
  readonly does: string;
  /** The id of the finding. */
  readonly finding: string;
}

export const VARIANTS = [
  {
    id: 'no-httponly',
    title: 'Session cookie without HttpOnly',
    does: 'Leaves HttpOnly off the session cookie, so every script in the page can read it.',
    finding: 'http-only-missing',
  },
  {
    id: 'no-secure',
    title: 'Session cookie without Secure',
    does: 'Leaves Secure off the session cookie (and with it the __Host- prefix, which would be refused).',
    finding: 'secure-missing',
  },
  {
    id: 'same-site-none',
    title: 'SameSite=None without need',
    does: 'Sets the session cookie with SameSite=None, so that every other site’s requests carry it.',
    finding: 'same-site-none-unneeded',
  },
  {
    id: 'none-without-secure',
    title: 'SameSite=None without Secure',
    does: 'Sets the cart with SameSite=None and no Secure: browsers refuse it, and the cart stays empty.',
    finding: 'none-without-secure',
  },
  {
    id: 'fixation',
    title: 'Session fixation',
    does: 'Keeps the anonymous session id when somebody signs in.',
    finding: 'session-fixation',
  },
  {
    id: 'broad-domain',
    title: 'Domain broader than needed',
    does: 'Sets the session cookie with Domain=shop.localhost, so that cdn.shop.localhost gets it too.',
    finding: 'domain-too-broad',
  },
  {
    id: 'alive-after-sign-out',
    title: 'Session alive after sign-out',
    does: 'Clears the cookie at sign-out but keeps the session on the server: whoever has the id is still in.',
    finding: 'alive-after-sign-out',
  },
  {
    id: 'csrf-token-absent',
    title: 'Forms without a CSRF token',
    does: 'Puts no token into forms and asks for none.',
    finding: 'csrf-token-absent',
  },
  { id: 'jwt-no-exp', title: 'Token without exp', does: 'Issues tokens that never end.', finding: 'jwt-no-exp' },
  {
    id: 'jwt-alg-none',
    title: 'Token without a signature',
    does: 'Issues and accepts tokens with alg none, which anybody can write.',
    finding: 'jwt-alg-none',
  },
  {
    id: 'jwt-outlives-cookie',
    title: 'Token outlives its cookie',
    does: 'Issues tokens for a year in a cookie for a quarter of an hour.',
    finding: 'jwt-outlives-cookie',
  },
  {
    id: 'jwt-personal-data',
    title: 'Personal data in the token',
    does: 'Puts e-mail address and telephone number into the token, where everybody can read them.',
    finding: 'jwt-personal-data',
  },
] as const satisfies readonly Variant[];

export type VariantId = (typeof VARIANTS)[number]['id'];

/** Whether a text names a variant. */
export function isVariantId(id: string): id is VariantId {
  return VARIANTS.some((variant) => variant.id === id);
}

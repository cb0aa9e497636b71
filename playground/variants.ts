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
    finding: 'session-without-httponly',
  },
  {
    id: 'no-secure',
    title: 'Session cookie without Secure',
    does: 'Leaves Secure off the session cookie (and with it the __Host- prefix, which would be refused).',
    finding: 'session-without-secure',
  },
  {
    id: 'none-without-secure',
    title: 'SameSite=None without Secure',
    does: 'Sets the session cookie with SameSite=None and no Secure: browsers refuse it.',
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
] as const satisfies readonly Variant[];

export type VariantId = (typeof VARIANTS)[number]['id'];

/** Whether a text names a variant. */
export function isVariantId(id: string): id is VariantId {
  return VARIANTS.some((variant) => variant.id === id);
}

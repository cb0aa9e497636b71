import type { Visit } from './visit';

/** The digest of the token that a script put into the Authorization header; null = none. Of Basic credentials none is kept. */
export function bearerOf({ exchange }: Visit): string | null {
  // Asked of every visit again and again: without a closure.
  for (const { name, digest } of exchange.sent.secretHeaders) if (name === 'authorization') return digest;
  return null;
}

/** Whether a request carries a token in its Authorization header. */
export const bearsToken = (visit: Visit): boolean => bearerOf(visit) !== null;

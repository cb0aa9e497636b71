import type { Visit } from './visit';

/** The digest of the token that a script put into the Authorization header; null = none. Of Basic credentials none is kept. */
export const bearerOf = ({ exchange }: Visit): string | null =>
  exchange.sent.secretHeaders.find(({ name }) => name === 'authorization')?.digest ?? null;

export const bearsToken = (visit: Visit): boolean => bearerOf(visit) !== null;

import type { Visit } from './visit';

/** Whether a script put a token into the Authorization header. Of Basic credentials no digest is kept. */
export const bearsToken = ({ exchange }: Visit): boolean =>
  exchange.sent.secretHeaders.some(({ name, digest }) => name === 'authorization' && digest !== null);

import type { ComparedValue } from '../../analysis/session/federated/kinds';

/** A shape for each value that is followed. The digits beside it decide; the shape only helps. */
export const MARKS: Readonly<Record<ComparedValue, string>> = {
  state: '■',
  nonce: '▲',
  pkce: '●',
  'request-id': '◆',
  'relay-state': '▼',
};

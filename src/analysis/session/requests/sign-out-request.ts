import { isSignOutName, saysSignOut } from './address';
import { isFrontChannelSignOut } from './front-channel';
import type { Visit } from './visit';

const known = new WeakMap<Visit, boolean>();

/** Whether a visit asks to sign out, by its address, its method or a button's name. Asked of each visit again and again. */
export function asksSignOut(visit: Visit): boolean {
  const before = known.get(visit);
  if (before !== undefined) return before;
  const asks = doesAsk(visit);
  known.set(visit, asks);
  return asks;
}

function doesAsk({ address, exchange, isDocument }: Visit): boolean {
  const { method, fields } = exchange.sent;
  if (saysSignOut(address) || isFrontChannelSignOut(exchange)) return true;
  // Handing a token back. @see RFC 7009
  if (method === 'POST' && /(?:^| )revo(?:ke|cation)(?: |$)/.test(address.words)) return true;
  if (method === 'DELETE' && /(?:^| )(?:sessions?|auth|login|token|tokens)(?: |$)/.test(address.words)) return true;
  // A button's name, whatever the form is sent to; a script sends it as its only field.
  return (isDocument || fields?.length === 1) && (fields ?? []).some(({ name }) => isSignOutName(name));
}

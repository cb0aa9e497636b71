import type { Exchange } from '../../replay/rows/exchange';
import { type Address, isSignOutName, saysSignOut } from './address';
import { isFrontChannelSignOut } from './front-channel';

/** Whether a request asks to sign out, by its address, its method or a button's name. */
export function asksSignOut(exchange: Exchange, address: Address, isDocument: boolean): boolean {
  const { method, fields } = exchange.sent;
  if (saysSignOut(address) || isFrontChannelSignOut(exchange)) return true;
  // Handing a token back. @see RFC 7009
  if (method === 'POST' && /(?:^| )revo(?:ke|cation)(?: |$)/.test(address.words)) return true;
  // A form's DELETE, as Rails and Laravel write it; nobody changes a session. @see https://guides.rubyonrails.org/form_helpers.html#how-do-forms-with-patch-put-or-delete-methods-work-questionmark
  if (method === 'POST' && /(?:^| )sessions?$/.test(address.words) && fields?.some(({ name }) => name === '_method') === true)
    return true;
  if (method === 'DELETE' && /(?:^| )(?:sessions?|auth|login|token|tokens)(?: |$)/.test(address.words)) return true;
  if (fields === null) return false;
  // A button's name, whatever the form is sent to; a script sends it as its only field.
  return (isDocument || fields.length === 1) && fields.some(({ name }) => isSignOutName(name));
}

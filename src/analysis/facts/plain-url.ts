import { isPasswordLike } from './digest';

/**
 * A URL without the secrets that no cookie depends on: the user name and password that may stand before its host, and the
 * values of parameters, in its query or its fragment, that are called like a password, a code or a card number.
 */
export const plainUrl = (url: string): string => withoutTyped(withoutUser(url));

/** What stands in the place of a parameter's value that is not kept. */
const NOT_KEPT = '***';

const withoutUser = (url: string): string => (url.includes('@') ? url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1') : url);

/**
 * The same address without what was typed into a form that sends its fields there.
 * @param address a URL, or a part of one: a Referer, a Location
 */
export function withoutTyped<Address extends string>(address: Address): Address {
  const query = address.search(/[?#]/);
  if (query < 0 || !address.includes('=', query)) return address;
  const rest = address
    .slice(query)
    .replace(/([?#&;])([^=&;?#]+)=([^&;#]*)/g, (whole, before: string, name: string, value: string) =>
      value !== '' && isTyped(decoded(name)) ? `${before}${name}=${NOT_KEPT}` : whole,
    );
  return (address.slice(0, query) + rest) as Address;
}

/** `p` is a page far more often than a password: addresses are told apart by it. A PKCE challenge is a digest, and public. */
const NOT_TYPED = /^(?:p|code_challenge(?:_method)?)$/i;

const isTyped = (name: string): boolean => !NOT_TYPED.test(name) && isPasswordLike(name);

function decoded(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // Not UTF-8: what can be read of it is looked at.
  }
}

/** The host of a URL that comes from the browser, so is normalised already; empty = it has none. */
export const hostOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/.exec(url)?.[1] ?? '';

import type { Exchange } from '../../replay/rows/exchange';
import { addressOf, saysSignOut } from './address';

/**
 * Whether a frame of another site's page tells an application that somebody signed out there: by the issuer and the session's name
 * at it, by the parameter of WS-Federation, or by an address that signs out. In it the application's cookies may be withheld.
 * @see OpenID Connect Front-Channel Logout 1.0 §2, WS-Federation §13.2.4
 */
export function isFrontChannelSignOut({ sent, url, thirdParty }: Exchange): boolean {
  if (sent.type !== 'subdocument' || sent.purpose !== 'normal') return false;
  const address = addressOf(url);
  if (address === null) return false;
  const issuer = issuerOf(url);
  if (issuer !== null) return issuer !== address.authority;
  return thirdParty === true && (/[?&]wa=wsignoutcleanup/.test(url) || saysSignOut(address));
}

/** The issuer that a frame names beside the session at it: host and port; null = it names none. */
export function issuerOf(url: string): string | null {
  const issuer = /[?&]iss=(https?(?::|%3A)(?:\/|%2F){2}[^&#]+)/i.exec(url)?.[1];
  if (issuer === undefined || !/[?&]sid=[^&#]/.test(url)) return null;
  return addressOf(issuer.replace(/%3A/gi, ':').replace(/%2F/gi, '/'))?.authority ?? null;
}

import type { SetReason } from '../../engine/verdict/verdict';
import { type Sentence, s } from './sentence';

/** Reasons that have a rule of their own, or are the user's choice and no fault of the server. */
export const OTHER_RULES: ReadonlySet<string> = new Set<SetReason>([
  'third-party-blocked',
  'same-site-none-insecure',
  'partitioned-insecure',
  'secure-insecure-origin',
  'syntax-pair-too-long',
  'syntax-nameless',
  'syntax-nameless-equals',
  'domain-mismatch',
  'domain-public-suffix',
  'domain-invalid',
  'domain-non-ascii',
  'prefix-secure',
  'prefix-host-secure',
  'prefix-host-domain',
  'prefix-host-path',
  'prefix-http-secure',
  'prefix-http-http-only',
]);

const SAYS: Partial<Readonly<Record<string, Sentence>>> = {
  'credentials-omitted': s`The page requested it without credentials, and then browsers accept no cookie from the response.`,
  preflight: s`The line is in the response to a preflight, from which browsers accept no cookie.`,
  'clear-site-data': s`The same response clears the site’s cookies: ${'Clear-Site-Data'}.`,
  'syntax-control-character': s`There is a control character in the line.`,
  'syntax-tab': s`There is a tab inside a name or value.`,
  'syntax-empty': s`The line has neither a name nor a value.`,
  'scheme-not-cookieable': s`Cookies are for http and https alone.`,
  'path-non-ascii': s`The path contains octets that are not ASCII.`,
  'path-tab': s`There is a tab in the path.`,
  'overwrite-secure': s`A cookie without ${'Secure'}, set over http, may not take the place of a ${'Secure'} one of the same name.`,
  'overwrite-http-only': s`A script may not overwrite an ${'HttpOnly'} cookie.`,
  'http-only-from-script': s`A script may not set an ${'HttpOnly'} cookie.`,
  'same-site-cross-site': s`The response answers a request of another site, and the cookie is for its own site only: it lacks ${'SameSite=None; Secure'}.`,
  'prefix-hidden': s`A value without a name begins like a guarded prefix.`,
  'limit-secure-only-left': s`The site has too many cookies, all of them ${'Secure'}.`,
};

/** Why a browser refuses a line, as a sentence. */
export const whyRefused = (reason: string): Sentence => SAYS[reason] ?? s`Reason: ${reason}.`;

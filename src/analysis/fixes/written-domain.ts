import { domainMatches } from '../engine/jar/match';
import { isPublicSuffix } from '../engine/site/registrable';

/** What a Domain attribute holds that is no parent of the host: named for what it is, before any list is asked. */
export type WrittenDomainFault =
  | 'scheme'
  | 'path'
  | 'port'
  | 'star'
  | 'placeholder'
  | 'characters'
  | 'non-ascii'
  | 'no-dot'
  | 'public-suffix'
  | 'elsewhere';

export interface WrittenDomain {
  readonly fault: WrittenDomainFault;
  /** The part that was found fault with: `:3000`. */
  readonly part: string;
  /** The domain that was meant and that the host may set; null = none can be told. */
  readonly meant: string | null;
}

/** What programs write where a value is missing. */
const PLACEHOLDER = /^(?:undefined|null|none|nil|nan|true|false|\[object object\]|\$\{?.*|\{\{.*|%[a-z_]+%?|process\.env.*)$/;

/** What is wrong with a Domain as written; null = the host or a parent of it that cookies may be set for. */
export function writtenDomain(written: string, host: string): WrittenDomain | null {
  const given = written.replace(/^\./, '').toLowerCase();
  if (given === host) return null;
  if (/[\x80-\xff]/.test(given)) return { fault: 'non-ascii', part: written, meant: null };
  if (PLACEHOLDER.test(given)) return { fault: 'placeholder', part: written, meant: null };
  for (const [fault, pattern] of EXTRAS) {
    const part = pattern.exec(given)?.[0];
    if (part !== undefined) return { fault, part, meant: settable(bare(given), host) };
  }
  if (!/^[a-z0-9._-]+$/.test(given)) return { fault: 'characters', part: written, meant: null };
  if (!given.includes('.')) return { fault: 'no-dot', part: written, meant: null };
  if (isPublicSuffix(given)) return { fault: 'public-suffix', part: written, meant: null };
  return domainMatches(host, given) ? null : { fault: 'elsewhere', part: written, meant: null };
}

const EXTRAS: readonly (readonly [WrittenDomainFault, RegExp])[] = [
  ['scheme', /^[a-z][a-z0-9+.-]*:\/\//],
  ['port', /:\d+/],
  ['path', /\/.*$/],
  ['star', /^\*\.?/],
];

const bare = (given: string): string =>
  EXTRAS.reduce((domain, [, pattern]) => domain.replace(pattern, ''), given).replace(/^\./, '');

/** Host-only where the domain has no dot: a line without Domain says the same. */
const settable = (domain: string, host: string): string | null =>
  domain.includes('.') && !isPublicSuffix(domain) && (domain === host || domainMatches(host, domain)) ? domain : null;

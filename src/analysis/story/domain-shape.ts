import { text } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';
import { isIpAddress } from '../engine/site/host';

/** What a Domain attribute is that is no domain: the mistake, named. */
export type DomainShape = 'port' | 'scheme' | 'path' | 'star' | 'variable' | 'several' | 'address' | 'no-dot';

/** What servers write when a variable had no value. */
const VARIABLE = /^(?:undefined|null|none|nil|nan|true|false|\[object object\]|\$\{.*\}|\{\{.*\}\}|%.*%|process\.env\..*)$/i;

/**
 * The mistake in a Domain attribute that no browser takes; null = it is a domain, and only not one for this host.
 * @param attribute as written
 * @param host of the response
 */
export function domainShape(attribute: Bytes, host: string): DomainShape | null {
  const written = text(attribute).trim().replace(/^\./, '');
  if (VARIABLE.test(written)) return 'variable';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return 'scheme';
  if (written.includes('*')) return 'star';
  if (/[\s,;|]/.test(written)) return 'several';
  if (/^[^/]+:\d+$/.test(written)) return 'port';
  if (written.includes('/')) return 'path';
  if (isIpAddress(written)) return 'address';
  return !written.includes('.') && written.toLowerCase() !== host ? 'no-dot' : null;
}

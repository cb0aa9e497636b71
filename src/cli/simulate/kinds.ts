import { NO_BYTES, text } from '../../analysis/engine/base/bytes';
import { instant } from '../../analysis/engine/base/units';
import { parseCookieDate } from '../../analysis/engine/header/cookie-date';
import { parseMaxAge } from '../../analysis/engine/header/max-age';
import { hasHiddenPrefix } from '../../analysis/engine/header/prefix';
import { defaultPath, domainMatches, pathMatches } from '../../analysis/engine/jar/match';
import { registrable } from '../../analysis/engine/site/registrable';
import { urlParts } from '../../analysis/engine/site/url-parts';
import { behaviorOf } from '../../analysis/engine/verdict/access/browsers';
import { resolveDomain, resolveHost } from '../../analysis/engine/verdict/access/domain';
import type { SimulateOptions } from './arguments';
import { canonicalUrl } from './canonical';
import { type FormFields, type SimulatedCase, textIn } from './case-form';
import { created } from './created';
import { NotInFormat } from './not-in-format';
import { octetsOf } from './octets';
import { parsed } from './parsed';
import { sameSiteContext } from './same-site-context';

type Run = (test: SimulatedCase, now: number, options: SimulateOptions) => unknown;

/** The kinds that ask one part of the engine one question, by name. */
export const KINDS: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['parse', parsed],
  ['create', created],
  ['sameSiteContext', ({ fields }, _now, { profile }) => sameSiteContext(fields, profile)],
  ['cookieDomain', cookieDomain],
  ['cookieDomainMatch', ({ fields }) => cookieDomainMatch(fields)],
  ['domainMatch', ({ fields }) => domainMatches(lower(fields, 'host'), lower(fields, 'domain'))],
  [
    'pathMatch',
    ({ fields, latin1 }) =>
      pathMatches(octetsOf(textIn(fields, 'requestPath'), latin1), octetsOf(textIn(fields, 'cookiePath'), latin1)),
  ],
  ['defaultPath', ({ fields }) => text(defaultPath(urlParts(canonicalUrl(textIn(fields, 'url')))?.path ?? NO_BYTES))],
  ['canonicalDomain', ({ fields }) => canonicalDomain(fields)],
  ['registrableDomain', ({ fields }) => registrableDomain(fields)],
  ['date', ({ fields, latin1 }, _now, { profile }) => isoOf(parseCookieDate(octetsOf(textIn(fields, 'input'), latin1), profile))],
  [
    'maxAge',
    ({ fields, latin1 }, _now, { profile }) => secondsOf(parseMaxAge(octetsOf(textIn(fields, 'input'), latin1), profile)),
  ],
  ['hiddenPrefix', ({ fields, latin1 }) => hasHiddenPrefix(octetsOf(textIn(fields, 'value'), latin1))],
]);

const lower = (fields: FormFields, name: string): string => textIn(fields, name).toLowerCase();

function cookieDomain({ fields, latin1 }: SimulatedCase, _now: number, { profile }: SimulateOptions): unknown {
  const host = urlParts(canonicalUrl(textIn(fields, 'url')))?.host ?? '';
  const { domain, hostOnly, fault } = resolveDomain(
    octetsOf(textIn(fields, 'domainAttribute'), latin1),
    resolveHost(host, behaviorOf(profile)),
    behaviorOf(profile),
  );
  return fault === null ? { domain, hostOnly } : null;
}

function cookieDomainMatch(fields: FormFields): boolean {
  const host = lower(fields, 'host');
  const domain = lower(fields, 'cookieDomain');
  return fields.hostOnly === true ? host === domain : domainMatches(host, domain);
}

function canonicalDomain(fields: FormFields): string | null {
  const input = fields.input;
  if (input === null) return null;
  if (typeof input !== 'string') throw new NotInFormat('input is not a text');
  const bare = input.trim().replace(/^\./, '');
  const url = `http://${bare}/`;
  return bare !== '' && URL.canParse(url) ? new URL(url).hostname : null;
}

function registrableDomain(fields: FormFields): string | null {
  const input = fields.input;
  if (input === null) return null;
  if (typeof input !== 'string') throw new NotInFormat('input is not a text');
  return registrable(input.toLowerCase());
}

/** ISO 8601 with milliseconds. */
const isoOf = (ms: number | null): string | null => (ms === null ? null : new Date(instant(ms)).toISOString());

const secondsOf = (seconds: number | null): number | string | null =>
  seconds === Number.NEGATIVE_INFINITY ? '-inf' : seconds === Number.POSITIVE_INFINITY ? '+inf' : seconds;

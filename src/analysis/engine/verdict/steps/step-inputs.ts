import { text } from '../../base/bytes';
import type { PartitionKey } from '../../base/partition-key';
import type { SameSite } from '../../header/parsed-line';
import type { Access } from '../access/access';
import { isUnknown, type Unknown } from '../access/context';

/** What a step can look at; the words catalogue has a text for each. */
type InputName =
  | 'capped'
  | 'cookie-path'
  | 'domain'
  | 'host'
  | 'host-only'
  | 'initiator'
  | 'lifetime-from'
  | 'method'
  | 'name'
  | 'octet'
  | 'octets'
  | 'partition'
  | 'path'
  | 'policy'
  | 'prefix'
  | 'redirects'
  | 'request-partition'
  | 'request-type'
  | 'same-site'
  | 'scheme'
  | 'secure'
  | 'site-for-cookies'
  | 'until'
  | 'via';

/** A value a step looked at. Never a cookie's value: that is for the reader to reveal. */
export interface StepInput {
  readonly what: InputName;
  readonly value: string;
}

/** A value that a step looked at, as it is shown. Not a cookie's value. */
export const input = (what: InputName, value: string): StepInput => ({ what, value });

export const NO_INPUTS: readonly StepInput[] = [];

const SAME_SITE: Readonly<Record<SameSite, string>> = { strict: 'Strict', lax: 'Lax', none: 'None', absent: '–' };

export const sameSiteInput = (sameSite: SameSite): StepInput => input('same-site', SAME_SITE[sameSite]);

/** Scheme and host of the URL; none where it cannot be read. */
export const schemeInputs = ({ parts }: Access): readonly StepInput[] =>
  parts === null ? NO_INPUTS : [input('scheme', parts.scheme), input('host', parts.host)];

export const viaInputs = ({ via }: Access): readonly StepInput[] => [input('via', via)];

export const policyInputs = ({ policy }: Access): readonly StepInput[] => [
  input('policy', typeof policy === 'string' ? policy : 'unknown'),
];

export const pathInput = (what: 'path' | 'cookie-path', path: Access['path']): StepInput => input(what, text(path));

/** What SameSite depends on. */
export function contextInputs({ context }: Access): readonly StepInput[] {
  const { type, method, initiator, siteForCookies, redirectChain } = context;
  return [
    input('request-type', type),
    input('method', method),
    ...known('initiator', initiator),
    ...(type === 'main-frame-navigation' ? NO_INPUTS : known('site-for-cookies', siteForCookies)),
    ...(redirectChain.length === 0 ? NO_INPUTS : [input('redirects', String(redirectChain.length))]),
  ];
}

/** null stands for the browser itself, or for no site at all. */
const known = (what: 'initiator' | 'site-for-cookies', value: string | null | Unknown): readonly StepInput[] =>
  isUnknown(value) ? NO_INPUTS : [input(what, value ?? '–')];

/** A partition by its top-level site; “–” = unpartitioned. None where it is not known. */
export function keyInputs(what: 'partition' | 'request-partition', key: PartitionKey | null | Unknown): readonly StepInput[] {
  if (isUnknown(key)) return NO_INPUTS;
  if (key === null) return [input(what, '–')];
  return [input(what, key.crossSiteAncestor === true ? `${key.topLevelSite} (cross-site ancestor)` : key.topLevelSite)];
}

/** A time in ISO form; beyond what a date can hold it is past or future without end. */
export const isoTime = (ms: number): string => (Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : ms < 0 ? '-∞' : '∞');

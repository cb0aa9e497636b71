import type { Role } from '../../shared/role-kinds';
import { ADVERTISING } from './advertising';
import { ANALYTICS } from './analytics';
import { APPLICATIONS } from './applications';
import { CONSENT } from './consent';
import { FRAMEWORK_COOKIES } from './frameworks';
import { IDENTITY } from './identity';
import { INFRASTRUCTURE } from './infrastructure';
import type { NameRow } from './row';
import { TOOLS } from './tools';

/** A name that its owner documents. */
export interface KnownName {
  readonly owner: string;
  readonly source: string;
  readonly role: Role;
  readonly thirdParty: boolean;
}

const THIRD_PARTIES = [...ANALYTICS, ...ADVERTISING, ...CONSENT];

/** @internal */
export const ROWS: readonly NameRow[] = [
  ...FRAMEWORK_COOKIES,
  ...IDENTITY,
  ...APPLICATIONS,
  ...TOOLS,
  ...INFRASTRUCTURE,
  ...THIRD_PARTIES,
];

interface Entry {
  readonly form: string | RegExp;
  readonly on: readonly string[] | null;
  readonly known: KnownName;
}

const exact = new Map<string, Entry>();
const patterns: Entry[] = [];
for (const row of ROWS) index(row);

/**
 * Whose cookie bears this name, if its owner documents it; the first row counts.
 * @param name without a prefix of the standard (`bareName`)
 * @param domain the cookie's domain, in lower case
 */
export function knownName(name: string, domain: string): KnownName | null {
  const entry = exact.get(name);
  if (entry !== undefined && holdsOn(entry, domain)) return entry.known;
  return patterns.find((each) => matches(each, name) && holdsOn(each, domain))?.known ?? null;
}

const matches = (entry: Entry, name: string): boolean => entry.form instanceof RegExp && entry.form.test(name);
const holdsOn = (entry: Entry, domain: string): boolean =>
  entry.on === null || entry.on.some((host) => domain === host || domain.endsWith(`.${host}`));

/** A name without `__Secure-`, `__Host-`, `__Http-` or `__Host-Http-`. @see RFC 6265bis §4.1.3 */
export const bareName = (name: string): string => name.replace(/^__(?:secure|host-http|host|http)-/i, '');

function index(row: NameRow): void {
  const thirdParty = THIRD_PARTIES.includes(row);
  for (const [role, names] of Object.entries(row.cookies)) {
    const known = { owner: row.owner, source: row.source, role: role as Role, thirdParty };
    for (const name of names) {
      const form = typeof name === 'string' && name.includes('*') ? wildcard(name) : name;
      const entry = { form, on: row.on ?? null, known };
      if (typeof form !== 'string') patterns.push(entry);
      else if (!exact.has(form)) exact.set(form, entry);
    }
  }
}

function wildcard(name: string): RegExp {
  return new RegExp(
    `^${name
      .split('*')
      .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );
}

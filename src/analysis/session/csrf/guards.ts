import type { Secret } from '../../facts/fact';
import type { Exchange } from '../../replay/rows/exchange';
import type { CookieKey } from '../cookies/cookie-key';
import type { CookieLife } from '../cookies/cookie-life';
import type { Match } from '../cookies/correlation';
import { isCsrfName } from '../requests/fields';
import { sentWith } from '../requests/value-changes';
import type { Visit } from '../requests/visit';
import type { RoleVerdict } from '../shared/role-kinds';
import type { LearnedTokens } from './learned-tokens';

/**
 * What a request carries against forgery. `double-submit`: a token equal to a cookie's. `paired`: a token beside a
 * cookie made for it, masked so that the two cannot be compared. `in-request`: a token whose other half stays on
 * the server. `custom-header`: a header that another site's form cannot send.
 */
export type GuardKind = 'double-submit' | 'paired' | 'in-request' | 'custom-header';

export interface Guard {
  readonly kind: GuardKind;
  readonly cookie: CookieKey | null;
  readonly where: Match['where'];
  readonly name: string;
}

/** What guards are recognised by. */
export interface Recognisable {
  /** Where cookies' values went out a second time, by exchange. */
  readonly matches: ReadonlyMap<Exchange, readonly Match[]>;
  readonly lives: readonly CookieLife[];
  readonly roles: ReadonlyMap<CookieKey, RoleVerdict>;
  readonly learned: LearnedTokens;
}

/** What this request carries against forgery, the strongest first looked for; null = nothing. */
export function guardOf(visit: Visit, known: Recognisable): Guard | null {
  const { matches, lives, roles, learned } = known;
  const equal = matches.get(visit.exchange)?.find(({ where, name }) => isTokenPlace(where, name, learned));
  if (equal !== undefined) return { kind: 'double-submit', cookie: equal.life.key, where: equal.where, name: equal.name };
  const token = tokenIn(visit, learned);
  if (token !== null) {
    const partner = lives.find((life) => roles.get(life.key)?.role === 'csrf-token' && sentWith(life, visit) !== null);
    // `X-CSRF-Protection: 1`: nothing is kept of a value too short to be a token. That a header is there guards the request.
    const isFlag = partner === undefined && token.where === 'header' && digestOfHeader(visit, token.name) === null;
    if (isFlag) return { kind: 'custom-header', cookie: null, ...token };
    return { kind: partner === undefined ? 'in-request' : 'paired', cookie: partner?.key ?? null, ...token };
  }
  const custom = customHeader(visit);
  return custom === null ? null : { kind: 'custom-header', cookie: null, where: 'header', name: custom };
}

function isTokenPlace(where: Match['where'], name: string, { fields }: LearnedTokens): boolean {
  if (where === 'header') return name !== 'authorization';
  return isCsrfName(name) || (where === 'field' && fields.has(name));
}

/** Joomla's token is the name of a field whose value is 1: it is told by its first four digits. */
const TOKEN_AS_NAME = /^[0-9a-f]{32,64}$/;

/** The token of a request, by its name or by how it behaves; null = none. */
export function tokenIn(
  { exchange, address }: Visit,
  { fields: learned, headers, parameters }: LearnedTokens,
): Pick<Guard, 'where' | 'name'> | null {
  const { fields, secretHeaders } = exchange.sent;
  // Forms carry empty tokens too; one with a digest is a token for sure.
  const named = (list: readonly Secret[] | null, others: ReadonlySet<string>) => {
    const known = list?.filter(({ name }) => isCsrfName(name) && (name !== 'state' || isAnswer(list))) ?? [];
    const tokens = known.length > 0 ? known : (list?.filter(({ name }) => others.has(name)) ?? []);
    return (tokens.find(({ digest }) => digest !== null) ?? tokens[0])?.name;
  };
  const header = named(secretHeaders, headers);
  if (header !== undefined) return { where: 'header', name: header };
  const field = named(fields, learned);
  if (field !== undefined) return { where: 'field', name: field };
  const bearing = (fields ?? []).find(({ name }) => TOKEN_AS_NAME.test(name));
  if (bearing !== undefined) return { where: 'field', name: `${bearing.name.slice(0, 4)}…` };
  const parameter = tokenParameter(address.parameters) ?? address.parameters.find((name) => parameters.has(name)) ?? null;
  return parameter === null ? null : { where: 'parameter', name: parameter };
}

/** `state` comes back with the answer of another site; elsewhere it is where somebody lives, or how something stands. */
const isAnswer = (list: readonly Secret[]): boolean =>
  list.some(({ name }) => /^(?:code|id_token|access_token|token|error)$/.test(name));

/** The parameter of an address that is a token by its name; null = none. `state` belongs to a sign-in through another site. */
export const tokenParameter = (parameters: readonly string[]): string | null =>
  parameters.find((name) => isCsrfName(name) && name !== 'state') ?? null;

const digestOfHeader = ({ exchange }: Visit, header: string): string | null =>
  exchange.sent.secretHeaders.find(({ name }) => name === header)?.digest ?? null;

/** A header that a form of another site cannot make the browser send; the known ones first. */
function customHeader({ exchange }: Visit): string | null {
  const { headers, secretHeaders } = exchange.sent;
  if (headers.some(({ name }) => name === 'x-requested-with')) return 'x-requested-with';
  return secretHeaders.find(({ name }) => name !== 'authorization')?.name ?? null;
}

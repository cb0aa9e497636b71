import type { CookieLife } from '../cookies/cookie-life';
import type { ComparedValue, TransactionUse } from '../federated/kinds';
import type { DeviceBound } from '../requests/device-bound';
import { type RoleVote, votes } from './role-vote';

const MINUTES = 60_000;
/** A bound cookie is renewed before it is this old: longer ones are worth stealing. */
const SHORT = 30 * MINUTES;

/** What device-bound sessions of the site say of a cookie. */
export function byBinding(life: CookieLife, { registrations, proofs }: DeviceBound): readonly RoleVote[] {
  if (registrations.length === 0 && proofs.size === 0) return [];
  const given = life.spans.flatMap(({ writer }) =>
    writer.kind === 'response' && proofs.has(writer.exchange) ? [writer.exchange.id] : [],
  );
  if (given.length > 0)
    return votes('renewed-by-proof', { 'device-bound-session': 5, 'session-id': -2, 'auth-token': -2 }, {}, given);
  const isShort = typeof life.lifetime === 'number' && life.lifetime <= SHORT;
  const [first] = registrations;
  if (!isShort || life.httpOnly === false || first === undefined || life.spans.length < 2) return [];
  return votes('bound-by-registration', { 'device-bound-session': 3, 'session-id': -1, 'auth-token': -1 }, {}, [first.id]);
}

/** What a sign-in through another site says of a cookie that it set. */
export function byTransaction({ holds, provider: page, setBy, endedBy }: TransactionUse): readonly RoleVote[] {
  const held =
    holds === null
      ? []
      : votes('holds-transaction-value', { 'sign-in-transaction': 5, 'session-id': -1.5 }, { what: NAMES[holds], page }, setBy);
  const ended =
    endedBy.length === 0 ? [] : votes('ended-at-return', { 'sign-in-transaction': 2.5, 'session-id': -1 }, {}, endedBy);
  // A session that begins with the visit is set there as well: only with one of the others does it say something.
  const set =
    held.length + ended.length === 0 ? [] : votes('set-for-sign-in-elsewhere', { 'sign-in-transaction': 1 }, { page }, setBy);
  return [...held, ...ended, ...set];
}

const NAMES: Readonly<Record<ComparedValue, string>> = {
  state: 'state',
  nonce: 'nonce',
  pkce: 'code verifier',
  'request-id': 'request id',
  'relay-state': 'RelayState',
};

import { bytes } from '../../engine/base/bytes';
import type { Digest } from '../../facts/digest';
import type { CookieLife } from '../cookies/cookie-life';
import { readToken } from '../values/token';
import type {
  ComparedValue,
  Leave,
  ProviderAnswer,
  TransactionCookie,
  TransactionHop,
  ValueComparison,
  ValuePlace,
} from './kinds';
import { fieldDigest, parametersOf } from './parameters';

/** What a transaction's values are compared in. */
export interface Followed {
  readonly leave: Leave;
  readonly answer: ProviderAnswer | null;
  readonly cookies: readonly TransactionCookie[];
  readonly hops: readonly TransactionHop[];
  /** Cookies of the application. */
  readonly lives: readonly CookieLife[];
  readonly digest: Digest | null;
}

/** The values that left with the browser, each with where it left, where it came back, and whether it is the same. */
export function comparisonsOf(followed: Followed): readonly ValueComparison[] {
  const { secrets, message } = followed.leave;
  return [
    ...(secrets.state === null ? [] : [byAddress('state', secrets.state, 'state', followed)]),
    ...(secrets.nonce === null ? [] : [nonce(secrets.nonce, followed)]),
    ...(secrets.challenge === null ? [] : [pkce(secrets.challenge, followed)]),
    ...(message?.id == null ? [] : [requestId(message.id, followed)]),
    ...(secrets.relayState === null
      ? []
      : [byAddress('relay-state', secrets.relayState, followed.leave.protocol === 'saml' ? 'RelayState' : 'wctx', followed)]),
  ];
}

/** A value that comes back as it left, in the address or in a form. */
function byAddress(what: ComparedValue, secret: string, name: string, followed: Followed): ValueComparison {
  const base = outward(what, secret, name, followed);
  const exchange = followed.answer?.exchange;
  if (exchange === undefined) return { ...base, back: null, equal: null };
  const parameter = parametersOf(exchange.url).get(name);
  if (parameter !== undefined)
    return { ...base, back: { kind: 'address', exchange: exchange.id, name }, equal: parameter === secret };
  const field = (exchange.sent.fields ?? []).find((each) => each.name === name);
  if (field === undefined) return { ...base, back: null, equal: followed.answer?.binding === 'fragment' ? null : false };
  const own = followed.digest?.(bytes(secret)) ?? null;
  const returned = fieldDigest(exchange, name);
  return {
    ...base,
    back: { kind: 'field', exchange: exchange.id, name },
    equal: own === null || returned === null ? null : own === returned,
  };
}

/** The nonce comes back within the ID token: in a form, or in a token that the application keeps in a cookie. */
function nonce(secret: string, followed: Followed): ValueComparison {
  const base = outward('nonce', secret, 'nonce', followed);
  const returned = followed.answer?.message?.nonce ?? null;
  const own = followed.digest?.(bytes(secret)) ?? null;
  if (returned !== null)
    return { ...base, back: { kind: 'token', name: 'id_token' }, equal: own === null ? null : own === returned };
  const stored = storedToken(followed);
  return stored === null
    ? { ...base, back: null, equal: null }
    : { ...base, back: { kind: 'token', name: stored.name }, equal: stored.text.includes(secret) };
}

/** A JWT with a nonce in a cookie that was set after the return; null = there is none. */
function storedToken({ lives, hops }: Followed): { readonly name: string; readonly text: string } | null {
  const after = new Set(hops.filter(({ part }) => part === 'return' || part === 'landing').map(({ exchange }) => exchange.id));
  for (const { name, spans } of lives) {
    for (const { writer, value } of spans) {
      if (writer.kind !== 'response' || !after.has(writer.exchange.id)) continue;
      const { jwt, layer } = readToken(value);
      if (jwt?.names.includes('nonce')) return { name, text: layer.parts.map(({ text }) => text ?? '').join('\n') };
    }
  }
  return null;
}

/** The verifier goes from server to server, most often: only a page that fetches the tokens itself shows that it was sent. */
function pkce(challenge: string, followed: Followed): ValueComparison {
  const base = outward('pkce', challenge, 'code_challenge', followed);
  const token = followed.hops.find(
    ({ part, exchange }) => part === 'token' && (exchange.sent.fields ?? []).some(({ name }) => name === 'code_verifier'),
  );
  return {
    ...base,
    back: token === undefined ? null : { kind: 'field', exchange: token.exchange.id, name: 'code_verifier' },
    equal: null,
  };
}

function requestId(id: string, followed: Followed): ValueComparison {
  const base = outward('request-id', id, 'ID', followed);
  const answered = followed.answer?.message?.inResponseTo ?? null;
  const exchange = followed.answer?.exchange;
  if (exchange === undefined || answered === null) return { ...base, back: null, equal: null };
  return { ...base, back: { kind: 'field', exchange: exchange.id, name: 'InResponseTo' }, equal: answered === id };
}

function outward(
  what: ComparedValue,
  secret: string,
  name: string,
  { leave, cookies, digest }: Followed,
): Pick<ValueComparison, 'what' | 'mark' | 'left'> {
  const holders = cookies.filter(({ holds }) => holds === what).map(({ life }): ValuePlace => ({ kind: 'cookie', life }));
  return {
    what,
    mark: digest?.(bytes(secret))?.slice(0, 4) ?? null,
    left: [...holders, { kind: 'address', exchange: leave.exchange.id, name }],
  };
}

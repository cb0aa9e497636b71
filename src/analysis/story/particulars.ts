import type { Bytes, Milliseconds } from '../engine/base/units';
import { milliseconds } from '../engine/base/units';
import { lifetimeOf } from '../engine/header/lifetime';
import type { ParsedLine } from '../engine/header/parsed-line';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import { urlParts } from '../engine/site/url-parts';
import { behaviorOf } from '../engine/verdict/access/browsers';
import type { Profile, Reason } from '../engine/verdict/verdict';
import { isOmissionInferred } from '../replay/requests/credentials';
import type { Exchange, SentCookie, SetLine, Setter, WithheldCookie } from '../replay/rows/exchange';
import { whatBecame } from './bead';
import { type DomainShape, domainShape } from './domain-shape';
import { type LeftOverChunk, leftOverChunk } from './left-over-chunk';
import { lineShape } from './line-shape';
import { type SiteObstacle, siteObstacle } from './site-obstacle';

/** What is particular to one cookie of one request, beyond the reason in general. `words/particular-text.ts` says it. */
export type Particular =
  | { readonly kind: 'domain'; readonly shape: DomainShape; readonly written: Bytes }
  | { readonly kind: 'joined'; readonly name: Bytes }
  | { readonly kind: 'cut-value'; readonly rest: Bytes }
  /** The time was past as the line arrived, by so much; whether the response's Date header told the server's clock. */
  | { readonly kind: 'past'; readonly by: Milliseconds; readonly dated: boolean }
  /** The line that set the cookie names no Path, so that of its own request was taken. */
  | { readonly kind: 'default-path'; readonly path: Bytes; readonly setBy: string }
  /** Cookies know no ports: one host's servers share one jar. */
  | { readonly kind: 'other-port'; readonly setBy: string }
  /** Sent across sites although it has no SameSite: Chromium lets it for its first two minutes. */
  | { readonly kind: 'young' }
  /** A server joins it to the chunks of a newer value. */
  | { readonly kind: 'left-over-chunk'; readonly chunk: LeftOverChunk }
  /** Nothing tells that the request left its credentials out: it is inferred from this cookie and others that did not go. */
  | { readonly kind: 'omission-inferred' }
  | { readonly kind: 'site'; readonly obstacle: SiteObstacle };

export type SetterOf = (cookie: StoredCookie) => Setter | null;

/** About a Set-Cookie line. @param parsed the line as read under the profile */
export function lineParticulars(
  exchange: Exchange,
  line: SetLine,
  parsed: ParsedLine,
  { profile, setterOf }: { readonly profile: Profile; readonly setterOf: SetterOf },
): readonly Particular[] {
  const found: Particular[] = [];
  const { kind } = whatBecame(line);
  const reason = line.predicted.reasons[0];
  if (kind === 'rejected' && reason?.startsWith('domain-') === true && parsed.domain !== null) {
    const shape = domainShape(parsed.domain, urlParts(exchange.url)?.host ?? '');
    if (shape !== null) found.push({ kind: 'domain', shape, written: parsed.domain });
  }
  if (kind === 'dead-on-arrival') found.push(pastBy(exchange, line, profile));
  const shape = lineShape(parsed);
  if (shape?.kind === 'joined') found.push({ kind: 'joined', name: shape.name });
  if (shape?.kind === 'cut-value') found.push({ kind: 'cut-value', rest: shape.rest });
  if (kind === 'rejected' && isOmissionInferred(line.predicted)) found.push({ kind: 'omission-inferred' });
  if (reason === 'same-site-cross-site') found.push(...site(exchange));
  if (kind === 'replaced' && line.previous !== null) found.push(...otherPort(exchange, setterOf(line.previous)));
  return found;
}

/** About a cookie that did not go. */
export function withheldParticulars(
  exchange: Exchange,
  { cookie, predicted }: WithheldCookie,
  setterOf: SetterOf,
): readonly Particular[] {
  const [reason] = predicted.reasons;
  if (reason === undefined) return [];
  if (isOmissionInferred(predicted)) return [{ kind: 'omission-inferred' }];
  if (reason === 'path-mismatch') return defaultPath(setterOf(cookie));
  return IS_SITE.has(reason) ? site(exchange) : [];
}

const IS_SITE: ReadonlySet<Reason> = new Set([
  'same-site-strict',
  'same-site-lax',
  'same-site-lax-unsafe-method',
  'same-site-default-lax',
  'third-party-blocked',
]);

/** About a cookie that went. */
export function sentParticulars(
  exchange: Exchange,
  { cookie }: SentCookie,
  profile: Profile,
  setterOf: SetterOf,
): readonly Particular[] {
  if (cookie === null) return [];
  const young: readonly Particular[] = isYoung(exchange, cookie, profile) ? [{ kind: 'young' }] : [];
  const chunk = leftOverChunk(exchange, cookie, setterOf);
  const leftOver: readonly Particular[] = chunk === null ? [] : [{ kind: 'left-over-chunk', chunk }];
  return [...young, ...leftOver, ...otherPort(exchange, setterOf(cookie))];
}

const SAFE = /^(?:GET|HEAD|OPTIONS|TRACE)$/i;

/** Whether it went only because it is young: without SameSite, with a navigation from another site by an unsafe method. */
function isYoung(exchange: Exchange, { sameSite }: StoredCookie, profile: Profile): boolean {
  if (behaviorOf(profile).unsafeWindow === null || sameSite !== 'absent') return false;
  const { type, method } = exchange.context;
  return type === 'main-frame-navigation' && !SAFE.test(method) && siteObstacle(exchange) !== null;
}

function site(exchange: Exchange): readonly Particular[] {
  const obstacle = siteObstacle(exchange);
  return obstacle === null ? [] : [{ kind: 'site', obstacle }];
}

function defaultPath(setter: Setter | null): readonly Particular[] {
  if (setter === null || setter.line.parsed.path?.startsWith('/') === true) return [];
  return [{ kind: 'default-path', path: setter.line.target.path, setBy: setter.exchange.url }];
}

/** Set by a server on another port of the host. */
function otherPort({ url }: Exchange, setter: Setter | null): readonly Particular[] {
  const [own, other] = [urlParts(url), setter === null ? null : urlParts(setter.exchange.url)];
  if (own === null || other === null || own.host !== other.host || portOf(own) === portOf(other)) return [];
  // http and https of one host are one server as a rule; two ports of one scheme are two.
  return own.scheme === other.scheme ? [{ kind: 'other-port', setBy: `${other.host}:${portOf(other)}` }] : [];
}

const portOf = ({ scheme, port }: { readonly scheme: string; readonly port: string }): string =>
  port !== '' ? port : scheme === 'https' || scheme === 'wss' ? '443' : '80';

function pastBy({ received, at }: Exchange, { parsed }: SetLine, profile: Profile): Particular {
  const arrived = received?.at ?? at;
  const date = received?.date ?? null;
  const { expires } = lifetimeOf(parsed, arrived, date, profile);
  return { kind: 'past', by: milliseconds(expires === null ? 0 : arrived - expires), dated: date !== null };
}

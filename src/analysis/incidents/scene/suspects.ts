import type { Bytes } from '../../engine/base/units';
import { coversHost } from '../../engine/jar/match';
import { isLoopback } from '../../engine/site/host';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange, SentCookie, WithheldCookie } from '../../replay/rows/exchange';
import { likelyReasons } from '../../rules/subject/missed';
import { signedNameOf } from '../../session/roles/signature';
import { isCredential, type Role, type RoleVerdict } from '../../session/shared/role-kinds';
import { type CookieEvent, leavesCookie } from './cookie-events';
import { type Failure, isSilentRefusal } from './failure';
import { isMeantForPath } from './meant-for-path';
import { isOfEndedSignIn } from './returning';
import type { Scene } from './scene';
import type { Cause, Suspect } from './suspect';
import { suspectOf, type Where } from './suspect-of';
import { isOfStart } from './transaction-start';

/** What a request can be refused for want of. Of a cookie whose role is not known that cannot be told. */
const TELLING: ReadonlySet<Role> = new Set<Role>([
  'session-id',
  'auth-token',
  'remember-me',
  'device-bound-session',
  'csrf-token',
  'sign-in-transaction',
]);
const isTelling = ({ role, confidence }: RoleVerdict): boolean => TELLING.has(role) && confidence !== 'low';

/** A request, whether or not it went wrong. */
export type SiteRequest = Pick<Failure, 'exchange' | 'site' | 'host'>;

/** The cookies that a failed request may have missed: those whose role says so, else those whose role is not known. */
export function suspectsOf(failure: Failure, scene: Scene): readonly Suspect[] {
  const { exchange } = failure;
  const about = aboutOf(failure, scene);
  const { carried } = about;
  const found = [
    // A line that was refused says more of a name than an older cookie that stayed.
    ...scene.events.names(failure.site).flatMap((name) => lastKnown(name, about)),
    ...withheldFrom(exchange, failure, scene).filter(({ name }) => !carried.has(name)),
    ...inOtherPartitions(exchange, failure, scene).filter(({ name }) => !carried.has(name)),
    ...shadowedIn(exchange, failure, scene),
    ...onThisMachine(failure, scene).filter(({ name }) => !carried.has(name)),
  ].filter((each) => (TELLING.has(each.role.role) || each.role.role === 'unknown') && !isOfEndedSignIn(each, exchange, scene));
  const first = new Map(found.toReversed().map((each) => [each.name, each]));
  const once = withoutSignatures(found.filter((each) => first.get(each.name) === each));
  const begun = scene.returnOf(exchange);
  // One that was refused, or is of another host, has no life from which a role could be told.
  const telling = once.filter(({ role, source }) => isTelling(role) || (source !== null && isOfStart(source.exchange, begun)));
  // That nobody is signed in is no error: only a session that stayed away makes one of it.
  if (isSilentRefusal(failure)) return telling.filter(({ role }) => isCredential(role.role));
  return telling.length > 0 ? telling : once;
}

/** What signs another cookie shares its fate: `session.sig` beside `session`. */
const withoutSignatures = (suspects: readonly Suspect[]): readonly Suspect[] =>
  suspects.filter(({ name, cause }) => {
    const signed = signedNameOf(name);
    return signed === null || !suspects.some((each) => each.name === signed && each.cause === cause);
  });

/** What kept a cookie of this name from a request; null = it went along, or nothing is known of it there. */
export function whyMissing(name: Bytes, request: SiteRequest, scene: Scene): Suspect | null {
  const { exchange } = request;
  const about = aboutOf(request, scene);
  const found = [
    ...lastKnown(name, about),
    ...(about.carried.has(name)
      ? []
      : [
          ...exchange.withheld.filter(({ cookie }) => cookie.name === name).map((each) => ofWithheld(each, request, scene)),
          ...inOtherPartitions(exchange, request, scene),
          ...onThisMachine(request, scene),
        ]),
  ];
  return found.find((each) => each.name === name) ?? null;
}

/** Cookies that the jar held for the request and that stayed. */
function withheldFrom(exchange: Exchange, { site }: SiteRequest, scene: Scene): readonly Suspect[] {
  return exchange.withheld.flatMap((withheld): readonly Suspect[] => {
    const { cookie, predicted, agreement } = withheld;
    const [reason = null] = likelyReasons(predicted);
    // What cannot be told is no cause.
    if (agreement === 'differs' || reason === null || reason === 'http-only-script-read') return [];
    if (reason === 'path-mismatch' && isMeantForPath(cookie, exchange, scene)) return [];
    return [ofWithheld(withheld, { exchange, site }, scene)];
  });
}

/** A cookie that stayed, with what kept it. */
export function ofWithheld(
  withheld: WithheldCookie,
  { exchange, site }: Pick<SiteRequest, 'exchange' | 'site'>,
  scene: Scene,
): Suspect {
  const [reason = null] = likelyReasons(withheld.predicted);
  const cause: Cause = reason === 'expired' ? 'expired' : reason === 'partition-mismatch' ? 'other-partition' : 'withheld';
  return suspectOf(withheld.cookie, { cause, reason, withheld, site, seq: exchange.sent.seq, scene });
}

function inOtherPartitions(exchange: Exchange, { site }: SiteRequest, scene: Scene): readonly Suspect[] {
  return exchange.otherPartitions.map((withheld) =>
    suspectOf(withheld.cookie, {
      cause: 'other-partition',
      reason: 'partition-mismatch',
      withheld,
      site,
      seq: exchange.sent.seq,
      scene,
    }),
  );
}

/** Names that went along twice with two values. */
function shadowedIn(exchange: Exchange, { site }: Failure, scene: Scene): readonly Suspect[] {
  const first = new Map<Bytes, SentCookie>();
  return exchange.cookies.flatMap((sent): readonly Suspect[] => {
    const before = first.get(sent.name);
    if (before === undefined) first.set(sent.name, sent);
    if (before === undefined || before.value === sent.value || sent.cookie === null || before.cookie === null) return [];
    return [suspectOf(sent.cookie, { cause: 'shadowed', reason: null, withheld: null, site, seq: exchange.sent.seq, scene })];
  });
}

interface About {
  readonly failure: SiteRequest;
  readonly scene: Scene;
  readonly carried: ReadonlySet<Bytes>;
  readonly stayed: ReadonlySet<Bytes>;
}

function aboutOf(failure: SiteRequest, scene: Scene): About {
  const { cookies, withheld } = failure.exchange;
  return { failure, scene, carried: new Set(cookies.map(nameOf)), stayed: new Set(withheld.map(({ cookie }) => nameOf(cookie))) };
}
const nameOf = ({ name }: { readonly name: Bytes }): Bytes => name;

/** What last happened to a cookie that neither went along nor stayed: refused, gone, or kept for another host. */
function lastKnown(name: Bytes, { failure, scene, carried, stayed }: About): readonly Suspect[] {
  const { exchange, site, host } = failure;
  const { seq } = exchange.sent;
  for (const event of scene.events.before(site, name, seq)) {
    const at = { reason: null, withheld: null, site, seq, scene };
    const isOfHost = coversHost(event.identity, host);
    if (event.kind === 'line' && (event.outcome === 'rejected' || isLeftOut(event))) {
      if (wasCarried(event, scene)) return [];
      if (carried.has(name) && !isStronger(event, exchange)) return [];
      return [refused(event, { site, seq, scene })];
    }
    if (carried.has(name) || stayed.has(name)) return [];
    if (event.kind === 'line' && event.outcome === 'dead-on-arrival') return [dead(event, { site, seq, scene })];
    if (event.kind === 'change' && event.row.change.removed) {
      if (event.row.change.cause === 'overwrite') continue;
      return isOfHost ? [gone(event, { site, seq, scene })] : [];
    }
    if (event.kind === 'line' && event.outcome === 'deleted') {
      const lostAt = { kind: 'line', exchange: event.exchange, line: event.line } as const;
      return isOfHost ? [{ ...suspectOf(event.identity, { ...at, cause: 'deleted' }), lostAt }] : [];
    }
    if (event.kind === 'line' && !leavesCookie(event.outcome)) continue;
    if (isOfHost) return [];
    return event.identity.partition === null ? [suspectOf(event.identity, { ...at, cause: 'other-host' })] : [];
  }
  return [];
}

type Line = Extract<CookieEvent, { readonly kind: 'line' }>;

/** Whether a later request carried what a line gave: it was taken, whatever was to be expected. */
const wasCarried = ({ line, seq }: Line, { livesNamed }: Scene): boolean =>
  livesNamed(line.parsed.name).some(({ spans }) =>
    spans.some(({ value, sent }) => value === line.parsed.value && sent.some((each) => each.sent.seq > seq)),
  );

/** Whether nothing but the credentials mode is open. */
const isLeftOut = ({ line, outcome }: Line): boolean =>
  outcome === null && likelyReasons(line.predicted)[0] === 'credentials-omitted';

/** Whether a line was refused because the jar guards the older cookie, or for its length, and the older one goes along in its place. */
const isStronger = ({ line }: Line, exchange: Exchange): boolean =>
  line.predicted.reasons.some(
    (reason) => reason === 'overwrite-secure' || reason === 'overwrite-http-only' || reason === 'syntax-pair-too-long',
  ) && exchange.cookies.every(({ name, value }) => name !== line.parsed.name || value !== line.parsed.value);

function refused({ exchange, line, identity }: Line, where: Where): Suspect {
  const [reason = null] = likelyReasons(line.predicted);
  return {
    ...suspectOf(identity, { cause: 'rejected', reason, withheld: null, ...where }),
    basis: line.observed.outcome === 'rejected' ? 'observed' : 'predicted',
    source: { exchange, line },
  };
}

function dead({ exchange, line, identity }: Line, where: Where): Suspect {
  return {
    ...suspectOf(identity, { cause: 'dead-on-arrival', reason: null, withheld: null, ...where }),
    basis: line.observed.outcome === 'dead-on-arrival' ? 'observed' : 'predicted',
    source: { exchange, line },
  };
}

function gone({ row, identity }: Extract<CookieEvent, { readonly kind: 'change' }>, where: Where): Suspect {
  const cause: Cause = row.outcome === 'evicted' ? 'evicted' : row.outcome === 'expired' ? 'expired' : 'deleted';
  return {
    ...suspectOf(identity, { cause, reason: null, withheld: null, ...where }),
    cookie: row.previous,
    lostAt: { kind: 'change', row },
  };
}

/**
 * localhost, 127.0.0.1 and [::1] are one machine and three hosts; what listens at another port is another application, and so is
 * what has a name of its own below localhost.
 */
function onThisMachine({ exchange, site, host }: SiteRequest, scene: Scene): readonly Suspect[] {
  const isMachine = (name: string): boolean => name === 'localhost' || isLoopback(name);
  if (!isMachine(host)) return [];
  const lives = [...scene.sessions.lives.all.values()].filter(({ domain }) => domain !== host && isMachine(domain));
  return lives.flatMap((life): readonly Suspect[] => {
    const isThere = life.spans.some(({ from, to }) => from < exchange.sent.seq && (to === null || to > exchange.sent.seq));
    const where = { site: life.domain, seq: exchange.sent.seq, scene };
    if (!isThere || site === life.domain) return [];
    const found = suspectOf(life, { cause: 'other-host', reason: null, withheld: null, ...where });
    return found.source === null || portOf(found.source.exchange.url) === portOf(exchange.url) ? [found] : [];
  });
}

const portOf = (url: string): string => urlParts(url)?.port ?? '';

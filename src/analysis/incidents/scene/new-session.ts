import type { Bytes } from '../../engine/base/units';
import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange, WithheldCookie } from '../../replay/rows/exchange';
import { cookieKey } from '../../session/cookies/cookie-key';
import { saysSignIn } from '../../session/requests/address';
import { targetOf } from '../../session/requests/visit';
import { isCredential, UNKNOWN_ROLE } from '../../session/shared/role-kinds';
import { entropyBound } from '../../session/values/entropy';
import type { Consequence } from './failure';
import { overwritingOf } from './overwriting';
import type { Scene } from './scene';

/** Answers by which a session is turned down that knows nothing. */
const TURNED_DOWN: ReadonlySet<number> = new Set([400, 401, 403, 419, 422, 440, 500]);
/** How many requests after a new session are looked at. */
const MOST = 200;

/** A page that gives a session id anew though it gave one before, to a request that brought none. */
export function newSessionOf(exchange: Exchange, scene: Scene): Consequence | null {
  const { type, seq } = exchange.sent;
  if (exchange.lines.length === 0 || (type !== 'document' && type !== 'subdocument' && type !== 'fetch')) return null;
  const instead = givenInstead(exchange, scene);
  if (instead !== null) return { kind: 'new-session', name: instead };
  if (scene.attemptOf(exchange) !== null) return null;
  const site = siteDomain(urlParts(exchange.url)?.host ?? '');
  for (const { parsed, result, deletes } of exchange.lines) {
    const { name, value } = parsed;
    if (deletes) continue;
    const carried = exchange.cookies.find((cookie) => cookie.name === name);
    if (carried !== undefined) {
      const isApart = scene.breakdownOf(exchange)?.name === name;
      if (isApart || overwritingOf(carried, { exchange, site }, scene)?.isSameAuthority === false)
        return { kind: 'new-session', name };
      continue;
    }
    const { role, confidence } = result === null ? UNKNOWN_ROLE : scene.roleOf(cookieKey(result));
    // What counts visitors in frames takes each for a new one where its cookie stays: only of a session is that a loss.
    if (exchange.thirdParty === true && (!isCredential(role) || confidence === 'low')) continue;
    if (!isCredential(role) && entropyBound(value).bits < 64) continue;
    if (hadAnother(name, value, { site, seq, scene })) return { kind: 'new-session', name };
  }
  return null;
}

interface When {
  readonly site: string;
  readonly seq: number;
  readonly scene: Scene;
}

/** Whether an answer gave this cookie another value before, and nobody signed out since. */
function hadAnother(name: Bytes, value: Bytes, { site, seq, scene: { events, signOuts } }: When): boolean {
  for (const event of events.before(site, name, seq)) {
    if (event.kind !== 'line') continue;
    if (event.line.deletes || signOuts.some(({ sent }) => sent.seq > event.seq && sent.seq < seq)) return false;
    return event.line.parsed.value !== value;
  }
  return false;
}

/**
 * A session that was withheld, for which the answer gave another: of the same chain of redirects, or one that was turned
 * down afterwards. A sign-in may begin a session anew and do without the old one; that is none. null = none was given so.
 */
function givenInstead(exchange: Exchange, scene: Scene): Bytes | null {
  for (const { parsed, deletes } of exchange.lines) {
    const withheld = exchange.withheld.find(({ cookie }) => cookie.name === parsed.name);
    if (deletes || withheld === undefined || !isKept(withheld) || withheld.cookie.value === parsed.value) continue;
    if (!isCredential(scene.roleOf(cookieKey(withheld.cookie)).role)) continue;
    const { name, value } = parsed;
    if (isOfChain(withheld, exchange, scene) || isTurnedDown(name, value, { exchange, scene })) return name;
  }
  return null;
}

/** Whether it is known that the browser kept it back for where the request came from. */
const isKept = ({ predicted, agreement }: WithheldCookie): boolean =>
  agreement === 'agrees' && predicted.outcome === 'withheld' && (predicted.reasons[0] ?? '').startsWith('same-site-');

/** Whether a hop before it gave the cookie. */
const isOfChain = ({ cookie }: WithheldCookie, exchange: Exchange, scene: Scene): boolean =>
  scene
    .hopsOf(exchange)
    .some(
      ({ hop, lines }) =>
        hop < exchange.hop && lines.some(({ parsed }) => parsed.name === cookie.name && parsed.value === cookie.value),
    );

interface Given {
  readonly exchange: Exchange;
  readonly scene: Scene;
}

/** Whether the first answer to a request with this value that says anything of it says no. */
function isTurnedDown(name: Bytes, value: Bytes, { exchange, scene }: Given): boolean {
  // Servers that do not know each other's sessions turn it down by turns.
  if (scene.siteOf(exchange)?.breakdowns.some((breakdown) => breakdown.name === name) === true) return false;
  const from = exchange.received?.seq ?? exchange.sent.seq;
  const after = scene.exchanges.filter(({ sent }) => sent.seq > from).slice(0, MOST);
  const next = after.find(({ cookies, sent }) => sent.type === 'document' && cookies.some((each) => each.name === name));
  if (next === undefined || !next.cookies.some((each) => each.name === name && each.value === value)) return false;
  const to = targetOf(next);
  return TURNED_DOWN.has(next.status ?? 0) || (to !== null && saysSignIn(to));
}

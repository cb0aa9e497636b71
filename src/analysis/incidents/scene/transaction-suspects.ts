import type { Bytes } from '../../engine/base/units';
import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange, Setter } from '../../replay/rows/exchange';
import { cookieKey } from '../../session/cookies/cookie-key';
import { siteOfUrl } from '../../session/requests/address';
import { leavesCookie } from './cookie-events';
import type { Failure } from './failure';
import { bringsAnswer } from './returning';
import type { Scene } from './scene';
import { type Cause, newSuspect, type Suspect } from './suspect';
import { givenAtStart, secondStart } from './transaction-start';

/** A request that came back from another site and was refused. */
interface Returned {
  readonly failure: Failure;
  readonly scene: Scene;
}

/** The cookie of this sign-in that a second one set anew or deleted before the answer to the first came; null = none did. */
export const replacedBySecond = (one: Returned): Suspect | null => overwritten(one) ?? begunAgain(one);

/** The cookie of this sign-in was set anew by a second one, as another tab begins it. */
function overwritten({ failure: { exchange, site }, scene }: Returned): Suspect | null {
  const transaction = scene.returnOf(exchange);
  if (transaction === null) return null;
  for (const { life, setBy } of transaction.cookies) {
    const carried = exchange.cookies.find(({ name }) => name === life.name);
    let other: { readonly seq: number; readonly suspect: Suspect } | null = null;
    for (const event of scene.events.before(site, life.name, exchange.sent.seq)) {
      if (event.kind !== 'line') break;
      if (setBy.includes(event.exchange.id)) {
        return other === null ? null : { ...other.suspect, source: { exchange: event.exchange, line: event.line } };
      }
      const isOther = leavesCookie(event.outcome)
        ? carried?.value === event.line.parsed.value
        : event.outcome === 'deleted' && carried === undefined;
      if (!isOther || other !== null) continue;
      const lostAt = { kind: 'line', exchange: event.exchange, line: event.line } as const;
      const cause: Cause = leavesCookie(event.outcome) ? 'overwritten' : 'deleted';
      const about = { name: life.name as Bytes, key: life.key, role: scene.roleOf(life.key) };
      other = { seq: event.seq, suspect: newSuspect({ ...about, cause, lostAt }) };
    }
  }
  return null;
}

/** A cookie of no visible content that a second sign-in, as by a script in the background, gave anew before the answer came. */
function begunAgain({ failure: { exchange }, scene }: Returned): Suspect | null {
  const transaction = scene.returnOf(exchange);
  if (transaction === null) return null;
  for (const source of givenAtStart(transaction)) {
    const { name, value } = source.line.parsed;
    const carried = exchange.cookies.find((sent) => sent.name === name);
    const other = secondStart(name, transaction, { until: exchange.sent.seq, scene });
    if (other === null || carried?.value !== other.line.parsed.value || carried.value === value) continue;
    const cause = 'overwritten';
    return newSuspect({ ...partsOf(source, scene), cause, lostAt: { kind: 'line', ...other } });
  }
  return null;
}

/**
 * A cookie of no visible content that a sign-in set, as a session that is kept in it, and that the answer to a request which had
 * brought an older value wrote once more before the other site's answer came; null = none was.
 */
export function putBack({ failure: { exchange, site }, scene }: Returned): Suspect | null {
  const transaction = scene.returnOf(exchange);
  if (transaction === null) return null;
  for (const source of givenAtStart(transaction)) {
    const { name, value } = source.line.parsed;
    const carried = exchange.cookies.filter((sent) => sent.name === name);
    if (carried.length !== 1 || carried[0]?.value === value) continue;
    const since = source.exchange.received?.seq ?? source.exchange.sent.seq;
    const [writer] = scene.events.before(site, name, exchange.sent.seq);
    if (writer?.kind !== 'line' || writer.seq <= since || writer.line.parsed.value !== carried[0]?.value) continue;
    const brought = writer.exchange.cookies.find((sent) => sent.name === name);
    if (brought === undefined || brought.value === value) continue;
    const lostAt = { kind: 'line', exchange: writer.exchange, line: writer.line } as const;
    return newSuspect({ ...partsOf(source, scene), cause: 'overwritten', lostAt });
  }
  return null;
}

/** A cookie of this sign-in that was given to a host of another site: the answer came back somewhere else. null = there is none. */
export function leftElsewhere({ failure: { exchange, host, site }, scene }: Returned): Suspect | null {
  const transaction = scene.returnOf(exchange);
  if (transaction === null) return null;
  const begun = givenAtStart(transaction).filter(({ exchange: start }) => siteOfUrl(start.url) !== site);
  const [source] = begun;
  const isHere = exchange.cookies.some(({ name }) => name === source?.line.parsed.name);
  return source === undefined || isHere || urlParts(source.exchange.url)?.host === host
    ? null
    : newSuspect({ ...partsOf(source, scene), cause: 'other-host' });
}

/** How long a sign-in at another site takes at most. */
const LONGEST = 15 * 60_000;

/**
 * A cookie of a sign-in that a script wrote at another site (a code verifier), while the answer comes here, where nothing else
 * began one; null = there is none.
 */
export function writtenElsewhere({ failure: { exchange, site }, scene }: Returned): Suspect | null {
  const { seq } = exchange.sent;
  if (scene.returnOf(exchange) !== null || !bringsAnswer(exchange) || exchange.withheld.length > 0) return null;
  const lives = [...scene.sessions.lives.all.values()].filter(({ key, spans, domain }) => {
    const span = spans.at(-1);
    return (
      span !== undefined &&
      span.writer?.kind === 'change' &&
      span.from < seq &&
      (span.to === null || span.to > seq) &&
      siteDomain(domain) !== site &&
      scene.roleOf(key).role === 'sign-in-transaction' &&
      leftFrom(domain, span.from, { exchange, scene })
    );
  });
  const [life] = lives;
  if (life === undefined || lives.length > 1) return null;
  return newSuspect({
    cause: 'other-host',
    name: life.name as Bytes,
    key: life.key,
    role: scene.roleOf(life.key),
    // That this one is needed here is a conclusion.
    basis: 'predicted',
  });
}

/** Whether a page of this host left for another site after the cookie was written, not long before. */
const leftFrom = (host: string, since: number, { exchange, scene }: { readonly exchange: Exchange; readonly scene: Scene }) =>
  scene.exchanges.some(
    ({ sent, url, at }) =>
      sent.type === 'document' &&
      sent.seq > since &&
      sent.seq < exchange.sent.seq &&
      exchange.at - at < LONGEST &&
      urlParts(`${sent.initiator ?? ''}/`)?.host === host &&
      siteOfUrl(url) !== siteDomain(host),
  );

const partsOf = (source: Setter, scene: Scene): Pick<Suspect, 'name' | 'key' | 'role' | 'cookie' | 'source'> => ({
  name: source.line.parsed.name,
  key: cookieKey(source.line.target),
  role: scene.roleOf(cookieKey(source.line.target)),
  cookie: source.line.result,
  source,
});

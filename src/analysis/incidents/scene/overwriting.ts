import type { Exchange, SentCookie } from '../../replay/rows/exchange';
import { addressOf } from '../../session/requests/address';
import { type CookieEvent, leavesCookie } from './cookie-events';
import type { Failure } from './failure';
import type { Scene } from './scene';

type Line = Extract<CookieEvent, { readonly kind: 'line' }>;

/** A cookie that one application set and another then set anew. */
export interface Overwriting {
  readonly own: Line;
  readonly other: Line;
  /** Whether the two stand behind one host and port, so that only their paths tell them apart. */
  readonly isSameAuthority: boolean;
}

/** Whether what a request carried is another application's value for a cookie that its own had set; null = it is not. */
export function overwritingOf(
  sent: SentCookie,
  { exchange, site }: Pick<Failure, 'exchange' | 'site'>,
  scene: Scene,
): Overwriting | null {
  const { events, roleByName } = scene;
  const { role } = roleByName(sent.name);
  if (role !== 'session-id' && role !== 'auth-token' && role !== 'csrf-token' && role !== 'unknown') return null;
  let other: Line | null = null;
  for (const event of events.before(site, sent.name, exchange.sent.seq)) {
    if (event.kind !== 'line' || !leavesCookie(event.outcome)) return null;
    if (other === null) {
      if (event.line.parsed.value !== sent.value) return null;
      if (sameApplication(event.exchange, exchange) !== null && !isOpened(event, exchange, scene)) return null;
      other = event;
    } else if (sameApplication(event.exchange, exchange) === null) continue;
    else if (event.line.parsed.value === sent.value) return null;
    else return { own: event, other, isSameAuthority: authorityOf(event.exchange) === authorityOf(other.exchange) };
  }
  return null;
}

/** Whether two requests are of one application: host and port, and where both lie deeper, the first piece of the path. null = they are not. */
function sameApplication(a: Exchange, b: Exchange): true | null {
  if (authorityOf(a) !== authorityOf(b)) return null;
  const [x, y] = [folderOf(a), folderOf(b)];
  return x !== null && y !== null && x !== y ? null : true;
}

/**
 * Whether the first page below another folder was opened, and answered with a value of its own to a request that brought the
 * other: neither a sign-in nor a sign-out, after which sites give new values too.
 */
function isOpened({ exchange: first, identity }: Line, exchange: Exchange, { attemptOf, signOuts }: Scene): boolean {
  const folder = /^\/([^/]+)\/$/.exec(addressOf(first.url)?.path ?? '')?.[1];
  return (
    folder !== undefined &&
    folderOf(exchange) !== null &&
    folderOf(exchange) !== folder &&
    first.sent.type === 'document' &&
    first.status === 200 &&
    first.cookies.some(({ name }) => name === identity.name) &&
    attemptOf(first) === null &&
    !signOuts.includes(first)
  );
}

const authorityOf = ({ url }: Exchange): string => addressOf(url)?.authority ?? url;

/** The first piece of a path that has more than one; null = it has not. */
const folderOf = ({ url }: Exchange): string | null => /^\/([^/]+)\/./.exec(addressOf(url)?.path ?? '')?.[1] ?? null;

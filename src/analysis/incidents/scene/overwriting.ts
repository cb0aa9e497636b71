import type { SentCookie } from '../../replay/rows/exchange';
import { addressOf } from '../../session/requests/address';
import { isRenewedAnyway } from '../../session/values/value-kind';
import { type Application, applicationOf, isSameApplication } from './application';
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
  const application = applicationOf(exchange);
  let other: Line | null = null;
  for (const event of events.before(site, sent.name, exchange.sent.seq)) {
    if (event.kind !== 'line' || !leavesCookie(event.outcome)) return null;
    if (other === null) {
      if (event.line.parsed.value !== sent.value) return null;
      if (isSameApplication(event.application, application) && !isOpened(event, application, scene)) return null;
      other = event;
    } else if (!isSameApplication(event.application, application)) continue;
    else if (event.line.parsed.value === sent.value) return null;
    else {
      const isSameAuthority = event.application.authority === other.application.authority;
      return isSameAuthority && isRenewal(event, other, scene) ? null : { own: event, other, isSameAuthority };
    }
  }
  return null;
}

/**
 * Whether the first page below another folder was opened, and answered with a value of its own to a request that brought the
 * other: neither a sign-in nor a sign-out, after which sites give new values too.
 */
function isOpened({ exchange: first, identity }: Line, application: Application, { attemptOf, signOuts }: Scene): boolean {
  const folder = /^\/([^/]+)\/$/.exec(addressOf(first.url)?.path ?? '')?.[1];
  return (
    folder !== undefined &&
    application.folder !== null &&
    application.folder !== folder &&
    first.sent.type === 'document' &&
    first.status === 200 &&
    first.cookies.some(({ name }) => name === identity.name) &&
    attemptOf(first) === null &&
    !signOuts.includes(first)
  );
}

/**
 * Whether it is one application that gives its own cookie anew, whichever folder answers: at its sign-in, at its sign-out, or sealed
 * anew by each answer. Two that are both signed in to are two.
 */
const isRenewal = (own: Line, { exchange, line }: Line, { attemptOf, signOuts }: Scene): boolean =>
  signOuts.includes(exchange) ||
  isRenewedAnyway({ value: line.parsed.value }) ||
  (attemptOf(exchange) !== null && attemptOf(own.exchange) === null);

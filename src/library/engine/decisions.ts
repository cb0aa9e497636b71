import { bytes } from '../../analysis/engine/base/bytes';
import { Jar } from '../../analysis/engine/jar/jar';
import type { StoredCookie } from '../../analysis/engine/jar/stored-cookie';
import type { Access } from '../../analysis/engine/verdict/access/access';
import { decideSend, explainSend } from '../../analysis/engine/verdict/on-send';
import { decideSet, explainSet, type SetDecision } from '../../analysis/engine/verdict/on-set';
import type { Verdict } from '../../analysis/engine/verdict/verdict';
import { type Cookie, engineCookie, plainCookie } from './cookie';
import { accessFor, type CookieRequest, type EngineOptions } from './cookie-request';
import type { SendingReason, StorageReason } from './reasons';

/** What becomes of a Set-Cookie line. */
export interface StorageDecision {
  /** A deletion that is allowed is accepted, and stores nothing. */
  readonly accepted: boolean | 'cannot-tell';
  readonly outcome: 'stored' | 'replaced' | 'unchanged' | 'deleted' | 'rejected' | 'cannot-tell';
  /** All that speaks against it, the deciding one first. */
  readonly reasons: readonly StorageReason[];
  /** The section of the standard that decided; null = nothing speaks against it. */
  readonly section: string | null;
  /** What would have to be known; empty unless `cannot-tell`. */
  readonly missing: readonly string[];
  /** The cookie in the jar afterwards; null = none. */
  readonly cookie: Cookie | null;
  /** The cookie that it takes the place of; null = none. */
  readonly previous: Cookie | null;
  /** Cookies that had to make room; always empty where no jar was changed. */
  readonly evicted: readonly Cookie[];
}

/** Whether a cookie goes with a request. */
export interface SendingDecision {
  readonly sent: boolean | 'cannot-tell';
  /** All that speaks against it, the deciding one first. */
  readonly reasons: readonly SendingReason[];
  /** The section of the standard that decided; null = nothing speaks against it. */
  readonly section: string | null;
  /** What would have to be known; empty unless `cannot-tell`. */
  readonly missing: readonly string[];
}

/**
 * What becomes of a Set-Cookie line in the response to a request, in an empty jar.
 * @param line the header's value, without `Set-Cookie:`
 * @see RFC 6265bis §5.7
 */
export function decideStorage(line: string, request: CookieRequest, options: EngineOptions = {}): StorageDecision {
  const access = accessFor(request, options);
  const jar = new Jar();
  return storageDecision(decideSet(jar, access, bytes(line)), () => explainSet(jar, access, bytes(line)));
}

/**
 * Whether a cookie goes with a request.
 * @param cookie such as `decideStorage` or a jar gives it
 * @see RFC 6265bis §5.8.3
 */
export const decideSending = (cookie: Cookie, request: CookieRequest, options: EngineOptions = {}): SendingDecision =>
  sendingDecision(engineCookie(cookie), accessFor(request, options));

/** A decision of the engine in plain values. @param explain asked for the steps only where something speaks against the line */
export const storageDecision = (decision: SetDecision, explain: () => Verdict): StorageDecision => ({
  accepted: decision.accepted,
  outcome: decision.outcome,
  reasons: decision.reasons,
  section: decision.reasons.length === 0 ? null : decidingSection(explain()),
  missing: decision.missing,
  cookie: decision.cookie === null || decision.accepted !== true ? null : plainCookie(decision.cookie),
  previous: decision.previous === null ? null : plainCookie(decision.previous),
  evicted: decision.evicted.map(plainCookie),
});

/** The same of a cookie on its way out. */
export function sendingDecision(cookie: StoredCookie, access: Access): SendingDecision {
  const { outcome, reasons, missing } = decideSend(cookie, access);
  const section = reasons.length === 0 ? null : decidingSection(explainSend(cookie, access));
  return { sent: outcome === 'cannot-tell' ? outcome : outcome === 'sent', reasons, section, missing };
}

const decidingSection = ({ steps, decider }: Verdict): string | null =>
  decider === null ? null : (steps[decider]?.section ?? null);

import { NOTHING } from '../base/lists';
import type { Bytes } from '../base/units';
import type { Jar } from '../jar/jar';
import { inScriptOrder } from '../jar/order';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access/access';
import type { SendReason } from './reasons';
import { SendCache } from './send-cache';
import { allSendStepsPass, SEND_STEPS } from './steps/send';
import type { Prediction, Step, Verdict } from './verdict';
import { verdictOf } from './verdict-of';

const SENT: Prediction<'sent' | 'withheld', SendReason> = { outcome: 'sent', reasons: NOTHING, missing: NOTHING };

/**
 * Whether a stored cookie goes with a request.
 * @see RFC 6265bis §5.8.3
 */
export function decideSend(cookie: StoredCookie, access: Access): Prediction<'sent' | 'withheld', SendReason> {
  return allSendStepsPass(cookie, access) ? SENT : objections(cookie, access);
}

function objections(cookie: StoredCookie, access: Access): Prediction<'sent' | 'withheld', SendReason> {
  const reasons: SendReason[] = [];
  const missing: string[] = [];
  for (const step of SEND_STEPS) {
    const judgement = step.judge(cookie, access);
    if (judgement.reason !== null) reasons.push(judgement.reason);
    if (judgement.missing !== null) missing.push(judgement.missing);
  }
  return reasons.length > 0
    ? { outcome: 'withheld', reasons, missing: NOTHING }
    : { outcome: 'cannot-tell', reasons: NOTHING, missing };
}

/** Every step of the same judgement, with what it looked at. */
export function explainSend(cookie: StoredCookie, access: Access): Verdict {
  const steps = SEND_STEPS.map((step): Step => {
    const judgement = step.judge(cookie, access);
    return {
      id: step.id,
      section: step.section,
      outcome: judgement.outcome,
      reason: judgement.reason,
      inputs: step.inputs(cookie, access),
      missing: judgement.missing,
      span: null,
    };
  });
  return verdictOf(access.profile, steps);
}

/** A cookie of the request's site that does not go, or of which that cannot be told. */
interface Withheld {
  readonly cookie: StoredCookie;
  readonly prediction: Prediction<'sent' | 'withheld', SendReason>;
}

export interface CookieHeader {
  /** The header's octets; empty = none is sent. Cookies that cannot be told are left out. */
  readonly header: Bytes;
  readonly sent: readonly StoredCookie[];
  /** The rest of the registrable domain's cookies, those of other hosts included. */
  readonly withheld: readonly Withheld[];
}

const NO_HEADER = '' as Bytes;
const cache = new SendCache<CookieHeader>();

/**
 * The Cookie header of a request, or what document.cookie reads.
 * @see RFC 6265bis §5.8.3
 */
export function cookieHeader(jar: Jar, access: Access): CookieHeader {
  const site = jar.ofSite(access.host);
  const question = { access, also: '', header: NO_HEADER };
  const before = cache.recall(site, question);
  if (before !== null) return before;
  const found = headerOver(site, access);
  cache.store(site, question, found);
  return found;
}

function headerOver(site: readonly StoredCookie[], access: Access): CookieHeader {
  const sent: StoredCookie[] = [];
  const withheld: Withheld[] = [];
  for (const cookie of site) {
    const prediction = decideSend(cookie, access);
    if (prediction === SENT) sent.push(cookie);
    else withheld.push({ cookie, prediction });
  }
  if (access.via === 'script' && access.behavior.scriptOrder === 'rewritten-last') sent.sort(inScriptOrder);
  return { header: serialised(sent), sent, withheld };
}

/** §5.8.3 step 4: a nameless cookie is its bare value. */
function serialised(cookies: readonly StoredCookie[]): Bytes {
  let header = '';
  for (const { name, value } of cookies) {
    if (header !== '') header += '; ';
    header += name === '' ? value : `${name}=${value}`;
  }
  return header as Bytes;
}

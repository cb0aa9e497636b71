import { addTo } from '../../engine/base/lists';
import { type Chunked, shouldYield } from '../shared/chunked';
import type { Evidence } from '../shared/evidence';
import { addressOf, saysAuthentication, saysProfile, saysRegistration, saysSecondFactor, saysSignIn } from './address';
import { type FieldUse, fieldUse } from './fields';
import { returnsToLeftPages } from './return-visit';
import type { Visit } from './visit';

/** What was handed over to be let in. `unread`: something was posted to sign in that we could not look into. */
export type SignInStep =
  | 'user-name'
  | 'password'
  | 'second-factor'
  | 'passkey'
  | 'registration'
  | 'confirmation'
  | 'new-password'
  | 'external'
  | 'http-authentication'
  | 'unread';

/**
 * How it was answered. `continued`: more was asked for and given. `lost`: the server answered as to success, and the session
 * did not arrive at the next request.
 */
export type Outcome = 'succeeded' | 'refused' | 'continued' | 'lost' | 'cannot-tell';

/**
 * Why a session did not arrive. `not-set`: no cookie came. `refused`: the browser did not take it. `withheld`: it was not sent.
 * `deleted`: the line that set it ended it. `shadowed`: another of its name went before it. `late`: the request was on its way before it came.
 */
export interface SessionLoss {
  readonly why: 'not-set' | 'refused' | 'withheld' | 'deleted' | 'shadowed' | 'late';
  /** The cookie's name; null = there was none. */
  readonly name: string | null;
  /** Ids of the answer that gave it, or should have, and of the request that was refused for want of it. */
  readonly exchanges: readonly string[];
}

/** Credentials sent, and what became of them. */
export interface Attempt {
  /** The exchange that carried them. */
  readonly visit: Visit;
  /** It and what it was redirected through. */
  readonly chain: readonly Visit[];
  readonly step: SignInStep;
  readonly by: 'form' | 'script';
  /** The page they were sent from; null = not told. */
  readonly from: string | null;
  /** A choice to be remembered was among the fields. */
  readonly remember: boolean;
  readonly outcome: Outcome;
  readonly evidence: readonly Evidence[];
  /** What would settle it; empty unless `cannot-tell`. */
  readonly missing: readonly string[];
  /** Where the session was lost; null unless `lost`. */
  readonly loss: SessionLoss | null;
}

/** An attempt before its answer is weighed. */
export type RawAttempt = Omit<Attempt, 'outcome' | 'evidence' | 'missing' | 'loss'>;

/** Credentials sent to the site, in order. */
export function* attemptsOf(visits: readonly Visit[]): Chunked<readonly RawAttempt[]> {
  const steps: { readonly visit: Visit; readonly step: SignInStep }[] = [];
  const returns = returnsToLeftPages(visits);
  for (const [at, visit] of visits.entries()) {
    if (shouldYield(at)) yield;
    const step = stepOf(visit) ?? (returns.has(visit) ? 'external' : null);
    if (step !== null) steps.push({ visit, step });
  }
  const chains = chainsOf(visits, new Set(steps.map(({ visit }) => visit.exchange.request)));
  const attempts = steps.map(
    ({ visit, step }): RawAttempt => ({
      visit,
      chain: (chains.get(visit.exchange.request) ?? [visit]).filter(({ seq }) => seq >= visit.seq),
      step,
      by: visit.isDocument ? 'form' : 'script',
      from: visit.referer,
      remember: fieldUse(visit.exchange.sent.fields).remember,
    }),
  );
  return [...attempts, ...httpAuthentication(visits)].sort((a, b) => a.visit.seq - b.visit.seq);
}

/** The hops of these requests; of all the others nobody asks. */
function chainsOf(visits: readonly Visit[], requests: ReadonlySet<string>): ReadonlyMap<string, readonly Visit[]> {
  const chains = new Map<string, Visit[]>();
  for (const visit of visits) {
    if (requests.has(visit.exchange.request)) addTo(chains, visit.exchange.request, visit);
  }
  return chains;
}

/** What a visit hands over; null = no credentials. */
function stepOf(visit: Visit): SignInStep | null {
  const { method, fields } = visit.exchange.sent;
  // Nearly every request is a page or a call that asks for something.
  if (method === 'GET' && visit.address.parameters.length === 0) return null;
  if (isExternalReturn(visit)) return 'external';
  if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH') return null;
  const use = fieldUse(fields);
  if (use.passkey) return 'passkey';
  if (use.password) return passwordStep(visit, use);
  const signsIn = saysSignIn(visit.address) || (visit.referer !== null && saysSignInPage(visit.referer));
  if (use.code && use.count <= 6 && (saysSecondFactor(visit.address) || signsIn)) return 'second-factor';
  if (use.user && use.count <= 8 && signsIn) return 'user-name';
  // A sign-in form whose body could not be read: only an address that says so outright will do.
  return fields === null &&
    method === 'POST' &&
    saysSignIn(visit.address) &&
    !isTelemetry(visit) &&
    !PREPARES.test(visit.address.words)
    ? 'unread'
    : null;
}

/** What asks for a challenge hands nothing over yet (`/webauthn/authenticate/options`). */
const PREPARES = /(?:^| )(?:options|begin|start|init|prepare)$/;

function passwordStep(visit: Visit, use: FieldUse): SignInStep {
  if (use.oldPassword) return 'new-password';
  if (use.newPassword)
    return saysRegistration(visit.address) || (use.user && !saysProfile(visit.address)) ? 'registration' : 'new-password';
  if (saysRegistration(visit.address)) return 'registration';
  return use.user || use.count > 8 || saysAuthentication(visit.address) ? 'password' : 'confirmation';
}

const RETURNED = /[?&](?:code|oauth_token|ticket|error)=/;

/** Back from another site with a code, a ticket or an assertion. @see OpenID Connect Core §3.1.2.5, SAML bindings §3.5 */
function isExternalReturn({ exchange, address }: Visit): boolean {
  const { method, fields, initiator } = exchange.sent;
  if (method === 'GET' && !RETURNED.test(exchange.url)) return false;
  const has = (...names: readonly string[]) => names.every((name) => address.parameters.includes(name));
  if (method === 'GET')
    return (
      has('code', 'state') ||
      has('oauth_token', 'oauth_verifier') ||
      (has('ticket') && initiator !== null) ||
      has('error', 'state')
    );
  if (method !== 'POST' || fields === null) return false;
  const names = new Set(fields.map(({ name }) => name));
  return (
    names.has('SAMLResponse') || names.has('wresult') || (names.has('state') && (names.has('code') || names.has('id_token')))
  );
}

/** A 401 that asks for a user and password, then the same address served: the browser asked in between. @see RFC 7617 */
function httpAuthentication(visits: readonly Visit[]): readonly RawAttempt[] {
  const asked = new Set<string>();
  const attempts: RawAttempt[] = [];
  for (const visit of visits) {
    const { status, received } = visit.exchange;
    const { authority } = visit.address;
    if (asked.size > 0 && asked.delete(authority))
      attempts.push({ visit, chain: [visit], step: 'http-authentication', by: 'form', from: null, remember: false });
    if (status !== 401) continue;
    const challenge = received?.headers.find(({ name }) => name === 'www-authenticate')?.value;
    if (challenge !== undefined && /^(?:basic|digest|negotiate|ntlm)/i.test(challenge)) asked.add(authority);
  }
  return attempts;
}

/** Whether a page's own address says that it is there to sign in. */
export const saysSignInPage = (page: string): boolean => {
  const address = addressOf(`http://${page}`);
  return address !== null && (saysSignIn(address) || saysSecondFactor(address));
};

const isTelemetry = ({ exchange }: Visit): boolean => exchange.sent.type === 'ping';

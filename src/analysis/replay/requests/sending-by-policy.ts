import type { Access } from '../../engine/verdict/access/access';
import { isUnknown } from '../../engine/verdict/access/context';
import type { Prediction, ThirdPartyPolicy } from '../../engine/verdict/verdict';
import type { RecorderStarted, RequestSent, StoreId } from '../../facts/fact';
import type { Exchange } from '../rows/exchange';
import type { PolicyBasis, PolicyEvidence, SitePair } from '../rows/policy-basis';
import { POLICY_UNKNOWN, type Policies, sitePair } from './policies';
import { type Knowledge, type Sending, sending } from './sending';
import { policyBy, storageAccessOf } from './storage-access';

interface RequestToJudge {
  readonly sent: RequestSent;
  /** Id of its exchange. */
  readonly exchange: string;
  readonly storeId: StoreId;
  readonly browser: RecorderStarted['browser'];
  /** The access under a policy; null = the policy is not known. */
  readonly accessBy: (policy: ThirdPartyPolicy | null) => Access;
}

/**
 * What went along, judged by what is known of third-party cookies; `basis` null = not asked, or nothing is known. A basis read
 * from the request's own cookies predicts none of them: see `isOwnShowing`.
 */
export interface SendingByPolicy extends Sending {
  readonly basis: PolicyBasis | null;
}

/**
 * Judges a request by what its header tells of third-party cookies, else by what others of its two sites told, else by what
 * is said of the browser's settings. What its own cookies tell is learnt for the lines of its response and for other requests.
 */
export function sendingByPolicy(
  request: RequestToJudge,
  known: (access: Access) => Knowledge,
  policies: Policies,
): SendingByPolicy {
  const { sent, storeId, browser, accessBy } = request;
  const open = accessBy(null);
  if (open.thirdParty === false) return { ...sending(sent, open, known(open)), basis: null };
  const pair = sitePair(sent.url, open.context);
  const header = storageAccessOf(sent);
  if (header !== null) {
    const { policy, by } = policyBy(header, browser);
    const said = readingOf(request, pair, policy, by);
    if (pair !== null) policies.learn(storeId, said);
    const learnt = by.kind === 'default' ? policies.withoutAccess(storeId, pair) : null;
    const basis = learnt ?? said;
    const access = accessBy(basis.policy);
    const found = { ...sending(sent, access, known(access)), basis };
    if (by.kind !== 'default' || basis.policy === 'allow' || sent.cookie === null) return found;
    // What went all the same shows that this browser is not set as it comes.
    const unjudged = sending(sent, open, known(open));
    if (policyShownBy(unjudged, open, known(open), browser) !== 'sent') return found;
    const shown = readingOf(request, pair, 'allow', { kind: 'sent' });
    if (pair !== null) policies.learnWithoutAccess(storeId, shown);
    return { ...unjudged, basis: shown };
  }
  const unjudged = sending(sent, open, known(open));
  const shown = isUnknown(open.thirdParty) ? null : policyShownBy(unjudged, open, known(open), browser);
  const read = shown && readingOf(request, pair, shown === 'sent' ? 'allow' : 'block', { kind: shown });
  const before = policies.of(storeId, pair);
  if (read !== null && pair !== null) policies.learn(storeId, read);
  // A prediction made of the cookies that went would be right whatever they were: it waits for another request.
  if (before === null || (read !== null && before.policy !== read.policy)) return { ...unjudged, basis: read };
  const access = accessBy(before.policy);
  return { ...sending(sent, access, known(access)), basis: before };
}

/** Whether a request's policy is known by the very cookies that went with it or stayed behind. */
export const isOwnShowing = ({ id, policy }: Pick<Exchange, 'id' | 'policy'>): boolean =>
  policy?.kind === 'read' && policy.exchange === id && (policy.by.kind === 'sent' || policy.by.kind === 'withheld');

const readingOf = (
  { sent, exchange }: RequestToJudge,
  pair: SitePair | null,
  policy: ThirdPartyPolicy,
  by: PolicyEvidence,
): Extract<PolicyBasis, { kind: 'read' }> => ({
  kind: 'read',
  policy,
  by,
  exchange,
  url: sent.url,
  site: pair?.site ?? '',
  topLevelSite: pair?.topLevelSite ?? '',
});

/**
 * What the cookies that went, or stayed behind, tell of the policy: such a cookie is unpartitioned, and nothing but the
 * policy can hold it back.
 */
function policyShownBy(
  { cookies, withheld, credentials, credentialsCertain }: Sending,
  { at }: Access,
  { history }: Knowledge,
  browser: RecorderStarted['browser'],
): 'sent' | 'withheld' | null {
  const hasTwin = (name: string, value: string): boolean =>
    [...history.jar.all()].some((each) => each.partition !== null && each.name === name && each.value === value);
  const went = cookies.some(
    ({ cookie, predicted, name, value }) =>
      cookie !== null && cookie.partition === null && isOpenByPolicy(predicted) && !hasTwin(name, value),
  );
  if (went) return 'sent';
  // Firefox leaves such a cookie out whether it blocks or keeps apart.
  if (credentials !== 'include' || !credentialsCertain || browser === 'firefox') return null;
  const stayed = withheld.some(
    ({ cookie, predicted }) => cookie.partition === null && isOpenByPolicy(predicted) && history.isSettled(cookie, at),
  );
  return stayed ? 'withheld' : null;
}

export const isOpenByPolicy = ({ outcome, missing }: Prediction<string>): boolean =>
  outcome === 'cannot-tell' && missing.length > 0 && missing.every((each) => each === POLICY_UNKNOWN.unknown);

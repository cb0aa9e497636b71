import { bytes } from '../../analysis/engine/base/bytes';
import { type Instant, instant } from '../../analysis/engine/base/units';
import type { ParsedLine } from '../../analysis/engine/header/parsed-line';
import { readLine } from '../../analysis/engine/header/read-line';
import { Jar } from '../../analysis/engine/jar/jar';
import { type Access, accessOf, type EngineSettings } from '../../analysis/engine/verdict/access/access';
import { decideSend, explainSend } from '../../analysis/engine/verdict/on-send';
import { decideSet, explainSet, type SetDecision } from '../../analysis/engine/verdict/on-set';
import type { Profile, ThirdPartyPolicy, Verdict } from '../../analysis/engine/verdict/verdict';
import type { RequestSent, ResourceType } from '../../analysis/facts/fact';
import { originOf } from '../../analysis/replay/requests/origin';
import { requestContext } from '../../analysis/replay/requests/request-context';

export const TRIAL_REQUESTS = ['page', 'frame', 'fetch', 'image'] as const;
export type TrialRequest = (typeof TRIAL_REQUESTS)[number];

/** A request as the Lab describes it. */
export interface TrialPlace {
  readonly url: string;
  readonly as: TrialRequest;
  /** The page around the frame or the request; of a page the one whose link leads there. Empty = the address bar. */
  readonly top: string;
  readonly method: 'GET' | 'POST';
}

/** A later request, with which the cookie may go. */
export interface TrialNext extends TrialPlace {
  /** How long after the line. */
  readonly seconds: number;
}

/** A line to try, where it comes from, and a request that follows. */
export interface Trial extends TrialPlace {
  readonly line: string;
  /** null = nothing follows. */
  readonly next: TrialNext | null;
  /** What the browser does with third-party cookies; `default` = as each comes. */
  readonly thirdParty: ThirdPartyPolicy | 'default';
}

/** What one browser, or the standard, makes of it. */
export interface TrialVerdict {
  readonly profile: Profile;
  readonly verdict: Verdict;
  readonly decision: SetDecision;
  /** Whether the cookie goes with the request that follows; null = none follows that can be read, or there is no cookie. */
  readonly sending: { readonly verdict: Verdict; readonly outcome: 'sent' | 'withheld' | 'cannot-tell' } | null;
}

export interface Tried {
  readonly parsed: ParsedLine;
  readonly verdicts: readonly TrialVerdict[];
}

const TRIED: readonly Profile[] = ['spec', 'chromium', 'firefox'];

const TYPE: Readonly<Record<TrialRequest, ResourceType>> = {
  page: 'document',
  frame: 'subdocument',
  fetch: 'fetch',
  image: 'image',
};

/**
 * The line through the engine in all three profiles, against an empty jar, and then the cookie with the request that follows.
 * @returns null where the URL, or the page around it, cannot be read
 */
export function tried(trial: Trial, at: Instant): Tried | null {
  if (!isReadable(trial)) return null;
  const { thirdParty, next } = trial;
  const line = bytes(trial.line);
  const jar = new Jar();
  const verdicts = TRIED.map((profile): TrialVerdict => {
    const access = accessFor(trial, at, { profile, thirdParty });
    const decision = decideSet(jar, access, line);
    const sending = next === null ? null : sendingOf(decision, next, { at, settings: { profile, thirdParty } });
    return { profile, verdict: explainSet(jar, access, line), decision, sending };
  });
  return { parsed: readLine(line), verdicts };
}

/** Whether addresses of a request can be read. */
const isReadable = ({ url, top, as }: TrialPlace): boolean => isWeb(url) && (top === '' ? as === 'page' : isWeb(top));

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

function accessFor(place: TrialPlace, at: Instant, settings: EngineSettings): Access {
  const context = requestContext(sentOf(place, at), place.as === 'page' ? [] : [originOf(place.top)], []);
  return accessOf({ url: place.url, via: 'http', context, at, date: null }, settings);
}

function sendingOf(
  { cookie, accepted }: SetDecision,
  next: TrialNext,
  { at, settings }: { readonly at: Instant; readonly settings: EngineSettings },
): TrialVerdict['sending'] {
  if (cookie === null || accepted === false || !isReadable(next)) return null;
  const access = accessFor(next, instant(at + next.seconds * 1000), settings);
  return { verdict: explainSend(cookie, access), outcome: decideSend(cookie, access).outcome };
}

function sentOf({ url, as, top, method }: TrialPlace, at: Instant): RequestSent {
  return {
    kind: 'request-sent',
    seq: 0,
    at,
    request: 'trial',
    hop: 0,
    tabId: 0,
    url,
    method,
    type: TYPE[as],
    frameId: as === 'frame' ? 1 : 0,
    parentFrameId: as === 'frame' ? 0 : -1,
    initiator: top === '' ? null : originOf(top),
    documentUrl: top || null,
    documentId: null,
    ancestors: null,
    topLevelUrl: top || null,
    storeId: null,
    thirdParty: null,
    cookie: null,
    headers: [],
    secretHeaders: [],
    fields: null,
    purpose: 'normal',
    unseen: false,
    nothingSent: false,
  };
}

/** The line that stands in the Lab at first: browsers refuse it. */
export const FIRST_TRIAL: Trial = {
  line: '__Host-prefs=compact; Domain=shop.example; Path=/; Secure',
  url: 'https://shop.example/login',
  as: 'page',
  top: '',
  method: 'GET',
  next: null,
  thirdParty: 'default',
};

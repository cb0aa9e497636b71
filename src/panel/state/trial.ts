import { bytes } from '../../analysis/engine/base/bytes';
import { type Instant, instant } from '../../analysis/engine/base/units';
import type { ParsedLine } from '../../analysis/engine/header/parsed-line';
import { readLine } from '../../analysis/engine/header/read-line';
import { Jar } from '../../analysis/engine/jar/jar';
import { type Access, accessOf, type EngineSettings } from '../../analysis/engine/verdict/access/access';
import { decideSend, explainSend } from '../../analysis/engine/verdict/on-send';
import { decideSet, explainSet, type SetDecision } from '../../analysis/engine/verdict/on-set';
import type { Profile, ThirdPartyPolicy, Verdict } from '../../analysis/engine/verdict/verdict';
import { contextOfDescription, type DescribedKind } from '../../analysis/replay/requests/request-description';

export const TRIAL_REQUESTS = ['page', 'frame', 'fetch', 'image'] as const satisfies readonly DescribedKind[];
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
  const { url, method, as, top } = place;
  const documents = as === 'page' ? [] : [top];
  const context = contextOfDescription({ url, method, as, asking: top === '' ? null : top, documents });
  return accessOf({ url, via: 'http', context, at, date: null }, settings);
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

import { bytes } from '../../analysis/facts/bytes';
import type { RequestSent, ResourceType } from '../../analysis/facts/fact';
import type { Instant } from '../../analysis/facts/units';
import type { ParsedLine } from '../../analysis/header/parsed-line';
import { readLine } from '../../analysis/header/read-line';
import { Jar } from '../../analysis/jar/jar';
import { originOf } from '../../analysis/replay/origin';
import { requestContext } from '../../analysis/replay/request-context';
import { accessOf } from '../../analysis/verdict/access';
import { decideSet, explainSet, type SetDecision } from '../../analysis/verdict/on-set';
import type { Profile, Verdict } from '../../analysis/verdict/verdict';

export const OCCASIONS = ['page', 'frame', 'fetch', 'image'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** A line to try, and where it comes from. */
export interface Trial {
  readonly line: string;
  readonly url: string;
  readonly as: Occasion;
  /** The page around the frame or the request; of a page the one whose link leads there. Empty = the address bar. */
  readonly top: string;
  readonly method: 'GET' | 'POST';
}

/** What one browser, or the standard, makes of it. */
export interface TrialVerdict {
  readonly profile: Profile;
  readonly verdict: Verdict;
  readonly decision: SetDecision;
}

export interface Tried {
  readonly parsed: ParsedLine;
  readonly verdicts: readonly TrialVerdict[];
}

export const TRIED: readonly Profile[] = ['spec', 'chromium', 'firefox'];

const TYPE: Readonly<Record<Occasion, ResourceType>> = { page: 'document', frame: 'subdocument', fetch: 'fetch', image: 'image' };

/**
 * The line through the engine in all three profiles, against an empty jar.
 * @returns null where the URL, or the page around it, cannot be read
 */
export function tried(trial: Trial, at: Instant): Tried | null {
  const { url, top } = trial;
  if (!isWeb(url) || (top !== '' ? !isWeb(top) : trial.as !== 'page')) return null;
  const line = bytes(trial.line);
  const context = requestContext(sentOf(trial, at), trial.as === 'page' ? [] : [originOf(top)], []);
  const jar = new Jar();
  const verdicts = TRIED.map((profile): TrialVerdict => {
    const access = accessOf({ url, via: 'http', context, at, date: null }, { profile, thirdParty: 'default' });
    return { profile, verdict: explainSet(jar, access, line), decision: decideSet(jar, access, line) };
  });
  return { parsed: readLine(line), verdicts };
}

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

function sentOf({ url, as, top, method }: Trial, at: Instant): RequestSent {
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
  };
}

/** Lines to begin with, each with something to see. */
export const EXAMPLES: readonly Trial[] = [
  {
    line: '__Host-sid=abc123; Path=/; Secure; HttpOnly; SameSite=Lax',
    url: 'https://shop.example/login',
    as: 'page',
    top: '',
    method: 'GET',
  },
  {
    line: '__Host-prefs=compact; Domain=shop.example; Path=/; Secure',
    url: 'https://shop.example/login',
    as: 'page',
    top: '',
    method: 'GET',
  },
  {
    line: 'cart=7c1e; Path=/; Secure; SameSite=no_restriction',
    url: 'https://shop.example/embed/cart',
    as: 'frame',
    top: 'https://pay.example/',
    method: 'GET',
  },
  {
    line: 'ad=1; Secure; SameSite=None; Partitioned',
    url: 'https://ads.example/pixel',
    as: 'image',
    top: 'https://shop.example/',
    method: 'GET',
  },
  {
    line: 'pid=88213; Path=/; SameSite=None',
    url: 'https://ads.example/pixel',
    as: 'image',
    top: 'https://shop.example/',
    method: 'GET',
  },
  { line: 'sid=1; Secure', url: 'http://shop.example/', as: 'page', top: '', method: 'GET' },
];

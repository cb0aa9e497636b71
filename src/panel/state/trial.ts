import type { ThirdPartyPolicy } from '../../analysis/engine/verdict/verdict';
import type { DescribedKind } from '../../analysis/replay/requests/request-description';

export const TRIAL_REQUESTS = ['page', 'frame', 'fetch', 'image'] as const satisfies readonly DescribedKind[];
export type TrialRequest = (typeof TRIAL_REQUESTS)[number];

/** A request as the Lab describes it. */
export interface TrialPlace {
  readonly url: string;
  readonly as: TrialRequest;
  /** The page around the frame or the request; of a page the one whose link leads there. Empty = the address bar. */
  readonly top: string;
  readonly method: 'GET' | 'POST';
  /** Documents between the page around and the one that asks, from the outside in; of a page none. */
  readonly frames: readonly string[];
  /** Addresses that redirected here, the first one first. */
  readonly redirects: readonly string[];
}

/** A later request, with which the cookie may go. */
export interface TrialNext extends TrialPlace {
  /** How long after the line. */
  readonly seconds: number;
}

/** A line to try, where it comes from, and a request that follows. */
export interface Trial extends TrialPlace {
  /** The one that is taken apart. */
  readonly line: string;
  /** Lines of the same response before and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** null = nothing follows. */
  readonly next: TrialNext | null;
  /** What the browser does with third-party cookies; `default` = as each comes. */
  readonly thirdParty: ThirdPartyPolicy | 'default';
  /** Whether it is a private window, in which Chromium blocks third-party cookies unless told otherwise. */
  readonly isPrivate: boolean;
}

/** All lines of a trial, in order. */
export const linesOf = ({ before, line, after }: Trial): readonly string[] => [...before, line, ...after];

/** The same lines, with another one taken apart. */
export function withLines(trial: Trial, lines: readonly string[], selected: number): Trial {
  const at = Math.min(Math.max(0, selected), lines.length - 1);
  return { ...trial, before: lines.slice(0, at), line: lines[at] ?? '', after: lines.slice(at + 1) };
}

/** What most requests are not: framed more than once, redirected. */
export const DIRECT = { frames: [], redirects: [] } as const satisfies Partial<TrialPlace>;

/** What most trials are not: with other lines, in a private window. */
export const ALONE = { before: [], after: [], isPrivate: false } as const satisfies Partial<Trial>;

/** The line that stands in the Lab at first: browsers refuse it. */
export const FIRST_TRIAL: Trial = {
  ...ALONE,
  ...DIRECT,
  line: '__Host-prefs=compact; Domain=shop.example; Path=/; Secure',
  url: 'https://shop.example/login',
  as: 'page',
  top: '',
  method: 'GET',
  next: null,
  thirdParty: 'default',
};

/** The Lab with nothing in it. */
export const EMPTY_TRIAL: Trial = { ...FIRST_TRIAL, line: '' };

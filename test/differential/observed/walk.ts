/**
 * One request of a chain, and what the server answers it. `id` is the last part of its path, and unique in a run.
 * Origins are without ports; the server adds its own.
 */
export interface Hop {
  readonly id: string;
  readonly origin: string;
  /** Ends with a slash. */
  readonly folder: string;
  readonly lines: readonly SetLinePlan[];
  /** Milliseconds the server takes. */
  readonly delay: number;
  readonly clears: boolean;
}

/** A Set-Cookie line, with what the generator knows of it. */
export interface SetLinePlan {
  readonly text: string;
  readonly name: string;
  readonly value: string;
  /** Its time is past as it arrives, or soon after. */
  readonly life: 'lasting' | 'brief' | 'dead' | 'deletes';
}

/** The hops of a chain: all but the last redirect. */
export type Chain = readonly [Hop, ...Hop[]];

interface Fetching {
  readonly do: 'fetch' | 'xhr';
  readonly chain: Chain;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  readonly credentials: 'include' | 'same-origin' | 'omit';
}

/** `json-beacon`: one that a preflight goes before. `prefetch`: by a link; `speculation`: by speculation rules, which Firefox has not. */
interface Loading {
  readonly do: 'image' | 'script' | 'style' | 'beacon' | 'json-beacon' | 'prefetch' | 'speculation' | 'websocket';
  readonly chain: Chain;
  /** `script`: its source map, which only DevTools asks for. */
  readonly follow: Hop | null;
}

interface Working {
  readonly do: 'worker' | 'shared-worker';
  readonly chain: Chain;
  /** What it fetches, and with which credentials mode. */
  readonly follow: Hop;
  readonly credentials: Fetching['credentials'];
}

/** A service worker is registered, fetches `follow` by itself, passes on what the frame asks for, and is unregistered. */
interface Serving {
  readonly do: 'service-worker';
  readonly chain: Chain;
  readonly follow: Hop;
  readonly credentials: Fetching['credentials'];
  /** A document of the worker's own origin in its scope. */
  readonly frame: Framing;
}

interface Framing {
  readonly do: 'frame';
  readonly chain: Chain;
  readonly sandboxed: boolean;
  readonly page: Page;
}

/** What a script does to the jar. */
interface Writing {
  readonly do: 'write' | 'store' | 'store-delete';
  readonly id: string;
  readonly line: SetLinePlan;
}

/** A script sets so many cookies that the browser has to throw some out. */
interface Flooding {
  readonly do: 'flood';
  readonly id: string;
  readonly lines: readonly SetLinePlan[];
}

export type Deed = Fetching | Loading | Working | Serving | Framing | Writing | Flooding;

/** What a page does once it is there, one thing after the other or all at once. */
export interface Page {
  readonly id: string;
  readonly deeds: readonly Deed[];
  readonly parallel: boolean;
}

export interface Visit {
  readonly how: 'address' | 'link' | 'post';
  readonly chain: Chain;
  readonly page: Page;
}

/** The jar changed by the browser's user, as DevTools or another extension lets them. */
export interface Edit {
  readonly id: string;
  readonly host: string;
  readonly line: SetLinePlan;
}

export type Action =
  | { readonly do: 'visit'; readonly visit: Visit; readonly beside: Visit | null }
  | { readonly do: 'other-tab'; readonly visit: Visit }
  | { readonly do: 'edit'; readonly edit: Edit };

/** A stroll of one tab through the web, from an empty jar on. */
export interface Walk {
  readonly seed: number;
  readonly actions: readonly Action[];
}

/** Who may have changed a cookie. */
export type Maker =
  | { readonly kind: 'line'; readonly hop: Hop; readonly index: number }
  | { readonly kind: 'other-tab'; readonly hop: Hop; readonly index: number }
  | { readonly kind: 'script'; readonly id: string; readonly otherTab: boolean }
  | { readonly kind: 'devtools'; readonly hop: Hop; readonly index: number }
  | { readonly kind: 'user'; readonly id: string };

/** A plan of a change of the jar, and who makes it. */
export interface PlannedChange {
  readonly maker: Maker;
  readonly line: SetLinePlan;
}

/** Every change that an action may bring. */
export function changesOf(action: Action): readonly PlannedChange[] {
  switch (action.do) {
    case 'visit':
      return [...ofVisit(action.visit, 'line'), ...(action.beside ? ofVisit(action.beside, 'other-tab') : [])];
    case 'other-tab':
      return ofVisit(action.visit, 'other-tab');
    case 'edit':
      return [{ maker: { kind: 'user', id: action.edit.id }, line: action.edit.line }];
    default:
      return action satisfies never;
  }
}

type By = 'line' | 'other-tab';

const ofVisit = ({ chain, page }: Visit, by: By): readonly PlannedChange[] => [
  ...ofHops(chain, by),
  ...page.deeds.flatMap((deed) => ofDeed(deed, by)),
];

function ofDeed(deed: Deed, by: By): readonly PlannedChange[] {
  switch (deed.do) {
    case 'write':
    case 'store':
    case 'store-delete':
      return [{ maker: { kind: 'script', id: deed.id, otherTab: by === 'other-tab' }, line: deed.line }];
    case 'flood':
      return deed.lines.map((line) => ({ maker: { kind: 'script', id: deed.id, otherTab: by === 'other-tab' }, line }));
    case 'service-worker':
      return [...ofHops(deed.chain, by), ...ofHops([deed.follow], by), ...ofDeed(deed.frame, by)];
    case 'frame':
      return [...ofHops(deed.chain, by), ...deed.page.deeds.flatMap((each) => ofDeed(each, by))];
    case 'fetch':
    case 'xhr':
      return ofHops(deed.chain, by);
    default:
      return [...ofHops(deed.chain, by), ...(deed.follow ? ofHops([deed.follow], deed.do === 'script' ? 'devtools' : by) : [])];
  }
}

const ofHops = (hops: readonly Hop[], kind: By | 'devtools'): readonly PlannedChange[] =>
  hops.flatMap((hop) => hop.lines.map((line, index) => ({ maker: { kind, hop, index }, line })));

/** The hops that a page does not wait for: beacons, what is loaded ahead, and source maps where DevTools asks for them. */
export function unawaitedHops(action: Action, isChromium: boolean): readonly Hop[] {
  const late = (deed: Deed): readonly Hop[] => {
    if (deed.do === 'frame') return deed.page.deeds.flatMap(late);
    if (deed.do === 'service-worker') return late(deed.frame);
    if (deed.do === 'beacon' || deed.do === 'json-beacon' || deed.do === 'prefetch') return deed.chain;
    if (deed.do === 'speculation') return isChromium ? deed.chain : [];
    return deed.do === 'script' && deed.follow && isChromium ? [deed.follow] : [];
  };
  return action.do === 'visit' ? action.visit.page.deeds.flatMap(late) : [];
}

/** Every hop the server has to know. */
export function allHops(action: Action): readonly Hop[] {
  if (action.do === 'edit') return [];
  const visits = action.do === 'visit' && action.beside ? [action.visit, action.beside] : [action.visit];
  return visits.flatMap(({ chain, page }) => [...chain, ...page.deeds.flatMap(everyHopOf)]);
}

function everyHopOf(deed: Deed): readonly Hop[] {
  if (!('chain' in deed)) return [];
  if (deed.do === 'frame') return [...deed.chain, ...deed.page.deeds.flatMap(everyHopOf)];
  if (deed.do === 'service-worker') return [...deed.chain, deed.follow, ...everyHopOf(deed.frame)];
  return 'follow' in deed && deed.follow ? [...deed.chain, deed.follow] : deed.chain;
}

/** The credentials mode of a script's request; null = it is none, or no such is planned in the action. */
export function credentialsOf(action: Action, hop: string): Fetching['credentials'] | null {
  const inPage = ({ deeds }: Page): Fetching['credentials'] | null => deeds.map(inDeed).find((each) => each !== null) ?? null;
  const inDeed = (deed: Deed): Fetching['credentials'] | null => {
    if (deed.do === 'frame') return inPage(deed.page);
    const isFollow = 'follow' in deed && deed.follow?.id === hop;
    if (deed.do === 'service-worker') return isFollow ? deed.credentials : inPage(deed.frame.page);
    if (deed.do === 'worker' || deed.do === 'shared-worker') return isFollow ? deed.credentials : null;
    return 'credentials' in deed && deed.chain.some(({ id }) => id === hop) ? deed.credentials : null;
  };
  return action.do === 'visit' ? inPage(action.visit.page) : null;
}

/** Whether a hop is one that speculation rules ask for. */
export function isSpeculated(action: Action, hop: string): boolean {
  const inPage = ({ deeds }: Page): boolean => deeds.some(inDeed);
  const inDeed = (deed: Deed): boolean => {
    if (deed.do === 'frame') return inPage(deed.page);
    if (deed.do === 'service-worker') return inPage(deed.frame.page);
    return deed.do === 'speculation' && deed.chain.some(({ id }) => id === hop);
  };
  return action.do === 'visit' && inPage(action.visit.page);
}

/** The cookies with which an action fills the jar, so that others are thrown out. */
export function floodLines(action: Action): readonly SetLinePlan[] {
  const ofFlood = (deed: Deed): readonly SetLinePlan[] => {
    if (deed.do === 'flood') return deed.lines;
    if (deed.do === 'frame') return deed.page.deeds.flatMap(ofFlood);
    return deed.do === 'service-worker' ? ofFlood(deed.frame) : [];
  };
  const visits =
    action.do === 'edit' ? [] : action.do === 'visit' && action.beside ? [action.visit, action.beside] : [action.visit];
  return visits.flatMap(({ page }) => page.deeds.flatMap(ofFlood));
}

export const floods = (action: Action): boolean => floodLines(action).length > 0;

import { siteDomain } from '../../../src/analysis/engine/site/registrable';
import type { JarEntry } from '../player';
import type { BrowserName } from '../run';
import type { PlayedAction, PlayedWalk } from './play';
import type { Arrival } from './traffic-server';
import {
  changesOf,
  credentialsOf,
  floodLines,
  floods,
  type Hop,
  isSpeculated,
  type Maker,
  type PlannedChange,
  type Visit,
} from './walk';

/** A change that an action brought, or may have brought, and when: NaN = never, as far as is known. */
export interface Made extends PlannedChange {
  readonly action: PlayedAction;
  readonly at: number;
}

/** A cookie as a statement names it. */
export interface Named {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly partition: { readonly topLevelSite: string } | null;
}

/** What is certain of a walk from the server's log, the jar between the actions and the times of its scripts. */
export class Truth {
  readonly #walk: PlayedWalk;
  readonly #made: readonly Made[];
  readonly #arrivals = new Map<string, Arrival[]>();
  readonly #hops = new Map<string, { readonly hop: Hop; readonly action: PlayedAction }>();

  constructor(walk: PlayedWalk) {
    this.#walk = walk;
    for (const action of walk.actions) {
      for (const arrival of action.arrivals) {
        const key = `${arrival.method === 'OPTIONS' ? '?' : ''}${arrival.id}`;
        this.#arrivals.set(key, [...(this.#arrivals.get(key) ?? []), arrival]);
      }
    }
    this.#made = walk.actions.flatMap((action) =>
      changesOf(action.action).map((change) => {
        const { maker } = change;
        if ('hop' in maker) this.#hops.set(maker.hop.id, { hop: maker.hop, action });
        return { ...change, action, at: this.#timeOf(maker, action) };
      }),
    );
  }

  /** Requests of a hop that came in; `preflight`: those that asked leave for it. */
  arrivals(id: string, preflight: boolean): readonly Arrival[] {
    return this.#arrivals.get(preflight ? `?${id}` : id) ?? [];
  }

  /** The action in which a request came in. */
  actionOf(arrival: Arrival): PlayedAction | null {
    return this.#walk.actions.find(({ arrivals }) => arrivals.includes(arrival)) ?? null;
  }

  /**
   * Whether a script asked for this hop with credentials; null = no script did, or it left it to the browser.
   * @param isOwn whether it is a first request to the page's own origin, which has them unless they are left out
   */
  asksWithCredentials(hop: string, isOwn: boolean): boolean | null {
    const mode = this.#walk.actions.map(({ action }) => credentialsOf(action, hop)).find((each) => each !== null);
    if (mode === undefined || mode === null) return null;
    return mode === 'same-origin' ? isOwn || null : mode === 'include';
  }

  /** A hop, and the action in which its request came in; one that did not, the action it is planned for. */
  planned(id: string): { readonly hop: Hop; readonly action: PlayedAction } | null {
    const planned = this.#hops.get(id);
    if (planned === undefined) return null;
    const [first] = this.arrivals(id, false);
    return { hop: planned.hop, action: (first && this.actionOf(first)) ?? planned.action };
  }

  /** Who gave a cookie this value. */
  makers({ name, value }: Pick<Named, 'name' | 'value'>): readonly Made[] {
    return this.#made.filter(({ line }) => line.name === name && line.value === value && line.life !== 'deletes');
  }

  /** What in an action touches, or may touch, cookies of this name. */
  touching(action: PlayedAction, name: string): readonly Made[] {
    return this.#made.filter((made) => made.line.name === name && this.#mayActIn(made, action) && !this.#isNever(made));
  }

  /** Whether something acts in an action: the one it is planned for, or a later one, into which a busy browser drags it. */
  #mayActIn(made: Made, action: PlayedAction): boolean {
    if (made.action === action) return true;
    const { actions } = this.#walk;
    const last = this.before(action);
    return (
      last !== null &&
      actions.indexOf(made.action) < actions.indexOf(action) &&
      !this.#isNever(made) &&
      !(made.at < asked(last) - STORED_WITHIN)
    );
  }

  /** Whether cookies may be thrown out at a time: a page fills the jar, or has just done so. */
  mayEvict(at: number): boolean {
    const action = this.actionAt(at);
    if (action === null) return false;
    const before = this.before(action);
    return [action, before].some((each) => each !== null && (floods(each.action) || this.#isFlooded(each)));
  }

  /** Whether what a page fills the jar with came in this action, of whichever it is: a busy browser is late. */
  #isFlooded({ before, after }: PlayedAction): boolean {
    const had = new Set(before.map(({ value }) => value));
    const news = new Set(after.map(({ value }) => value).filter((value) => !had.has(value)));
    return this.#walk.actions.some(({ action }) => floodLines(action).some(({ value }) => news.has(value)));
  }

  /** Whether the jar before and after the action tells all that became of this name in it. */
  isTouchedOnce(action: PlayedAction, name: string): boolean {
    const touching = this.touching(action, name);
    const [only] = touching;
    const once = touching.length === 1 && only !== undefined && only.line.life !== 'brief' && this.#isMadeOnce(only.maker);
    // What comes last, or is dragged in from an action before, may be stored when the jar has been read already.
    if (only?.action !== action || only.at > asked(action) - STORED_WITHIN) return false;
    return once && action.ended && !clears(action) && !floods(action.action);
  }

  /** What never was: a response that did not come; a script unreported by pages that came to their end, its value not seen. */
  #isNever({ maker, line, at, action }: Made): boolean {
    return Number.isNaN(at) && ('hop' in maker || (action.ended && !this.wasSeen(line)));
  }

  #isMadeOnce(maker: Maker): boolean {
    return !('hop' in maker) || this.arrivals(maker.hop.id, false).length === 1;
  }

  /** The action in which something happened, or just before. */
  actionAt(at: number): PlayedAction | null {
    return this.#walk.actions.findLast(({ from }) => from <= at) ?? null;
  }

  /** The action before this one. */
  before(action: PlayedAction): PlayedAction | null {
    return this.#walk.actions[this.#walk.actions.indexOf(action) - 1] ?? null;
  }

  /** Whether the jar held the value between two actions. */
  wasHeld({ name, value }: Pick<Named, 'name' | 'value'>): boolean {
    const isIt = (each: JarEntry): boolean => each.name === name && each.value === value;
    return this.#walk.actions.some(({ before, after }) => before.some(isIt) || after.some(isIt));
  }

  /** Whether a hop is one that speculation rules load ahead: of another site's, a store of its own has the cookies. */
  isLoadedAhead(hop: string): boolean {
    return this.#walk.actions.some(({ action }) => isSpeculated(action, hop));
  }

  /** Whether the value was in the jar or in a Cookie header at any time. */
  wasSeen({ name, value }: Pick<Named, 'name' | 'value'>): boolean {
    const isCarried = this.#walk.actions.some(({ arrivals }) => arrivals.some(({ cookie }) => hasPair(cookie, name, value)));
    return isCarried || this.wasHeld({ name, value });
  }

  /** Whether a cookie can have been in the jar at some time of an action; `false` is certain. */
  canHaveBeen(cookie: Named, action: PlayedAction): boolean {
    if (isUnplanned(cookie)) return true;
    const isIt = isSame(cookie);
    if (action.before.some(isIt) || action.after.some(isIt)) return true;
    return this.makers(cookie).some((made) => this.#mayActIn(made, action));
  }

  /** The earliest time of an action at which the cookie can have been in the jar; infinite = not in it. */
  earliest(cookie: Named, action: PlayedAction): number {
    if (isUnplanned(cookie) || action.before.some(isSame(cookie))) return action.from;
    const { actions } = this.#walk;
    // Of an action before too: what it brought last may have come into the jar only after that was read.
    const times = this.makers(cookie).filter(
      (made) => actions.indexOf(made.action) <= actions.indexOf(action) && !this.#isNever(made),
    );
    return Math.min(...times.map(({ at }) => (Number.isNaN(at) ? action.from : at)));
  }

  #timeOf(maker: Maker, action: PlayedAction): number {
    if ('hop' in maker) {
      const [first] = this.arrivals(maker.hop.id, false);
      return first && first.answered > 0 ? first.answered : Number.NaN;
    }
    return action.acted[maker.id] ?? Number.NaN;
  }
}

/** How long a busy browser may take to store what it was sent, in ms. */
const STORED_WITHIN = 500;

/** When the jar after an action was asked for. */
const asked = ({ read, to }: PlayedAction): number => read ?? to;

/** What DevTools' request for the settings of a page brings comes when it comes. */
export const isUnplanned = ({ name }: Pick<Named, 'name'>): boolean => name === 'devt';

const isSame =
  (cookie: Named) =>
  (each: { name: string; value: string; domain: string; path: string; partitionKey: { topLevelSite: string } | null }): boolean =>
    each.name === cookie.name &&
    each.value === cookie.value &&
    each.domain === cookie.domain &&
    each.path === cookie.path &&
    (each.partitionKey === null) === (cookie.partition === null);

/** Pages' responses of the action that cleared the jar: the recorded tab's, and another tab's. */
export function clearings({ action, arrivals }: PlayedAction): { readonly own: readonly Hop[]; readonly other: readonly Hop[] } {
  const of = (visit: Visit | null): readonly Hop[] =>
    visit?.chain.filter((hop) => hop.clears && arrivals.some(({ id }) => id === hop.id)) ?? [];
  if (action.do === 'edit') return { own: [], other: [] };
  if (action.do === 'other-tab') return { own: [], other: of(action.visit) };
  return { own: of(action.visit), other: of(action.beside) };
}

/** Whether a response of the action, to whichever tab, cleared the jar. */
export function clears(played: PlayedAction): boolean {
  const { own, other } = clearings(played);
  return own.length + other.length > 0;
}

/** Whether a page's response that clears its cookies clears this one: in Chromium those of its site, in Firefox its host's. */
export function clearsIt({ origin }: Hop, { domain, partition }: Named, browser: BrowserName): boolean {
  const { hostname } = new URL(origin);
  if (browser === 'firefox') return domain === hostname && partition === null;
  const isOfPage = partition === null || new URL(partition.topLevelSite).hostname === siteDomain(hostname);
  return siteDomain(domain) === siteDomain(hostname) && isOfPage;
}

export const hasPair = (header: string | null, name: string, value: string): boolean =>
  header?.split('; ').includes(`${name}=${value}`) ?? false;

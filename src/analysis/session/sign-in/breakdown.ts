import type { CookieKey } from '../cookies/cookie-key';
import { givenAt } from '../cookies/cookie-life';
import type { Attempt } from '../requests/attempt';
import { sentWith } from '../requests/value-changes';
import { type Visit, visitsBetween } from '../requests/visit';
import type { Chunked } from '../shared/chunked';
import { replacedAfter } from './loss';
import type { SiteScene } from './outcome';
import type { SignIn } from './session-kinds';

/**
 * A session that comes apart while it is used. `served-and-refused`: one id is taken and refused by turns, as by two servers
 * without a shared store. `replaced-by-turns`: each answer takes the id for unknown and gives another. `not-recognised`: so was the
 * one that came with the answer to credentials. `never-comes-back`: each
 * page gives a new id, for the browser brings none.
 */
export interface Breakdown {
  readonly kind: 'served-and-refused' | 'replaced-by-turns' | 'not-recognised' | 'never-comes-back';
  readonly name: string;
  readonly key: CookieKey | null;
  readonly visits: readonly Visit[];
}

const TURNS = 2;
const PAGES = 3;
/** A shorter value is no id. */
const SHORTEST = 16;

/** What comes apart on a site, as far as its answers show it. */
export function* breakdownsIn(
  scene: SiteScene,
  signIns: readonly SignIn[],
  attempts: readonly Attempt[],
): Chunked<readonly Breakdown[]> {
  const byTurns = allByTurns(signIns, scene);
  yield;
  const unknown = notRecognised(attempts, scene);
  yield;
  return [...byTurns, ...unknown, ...neverBack(scene)];
}

/** Those of every sign-in: of most visits no answer tells to whom it was given, which is seen once and not by each sign-in. */
function allByTurns(signIns: readonly SignIn[], scene: SiteScene): readonly Breakdown[] {
  if (signIns.length === 0) return [];
  const told = scene.visits.filter((visit) => scene.pages.of(visit) !== null);
  const refused = told.filter((visit) => scene.pages.of(visit) === 'anonymous');
  return signIns.flatMap((signIn) => byTurns(signIn, told, refused, scene));
}

/** What the same id was answered while somebody was signed in, up to the sign-out. */
function byTurns(
  { carriers, last, end }: SignIn,
  told: readonly Visit[],
  refused: readonly Visit[],
  { pages, volatile }: SiteScene,
): readonly Breakdown[] {
  const until = end?.kind === 'sign-out' ? end.visit.seq : Number.POSITIVE_INFINITY;
  const within = visitsBetween(told, last.seq, until);
  const refusedWithin = visitsBetween(refused, last.seq, until);
  // Nearly always nobody was refused: that is seen without looking at the cookies.
  if (refusedWithin.length < TURNS) return [];
  return carriers.flatMap(({ life, after }): readonly Breakdown[] => {
    const own = within
      .filter((visit) => sentWith(life, visit)?.value === after?.value)
      .map((visit) => ({ visit, as: pages.of(visit) }));
    const turns = own.filter(({ as }, place) => place > 0 && as !== own[place - 1]?.as);
    if (turns.length > TURNS && own.filter(({ as }) => as === 'signed-in').length >= TURNS)
      return [{ kind: 'served-and-refused', name: life.name, key: life.key, visits: own.map(({ visit }) => visit) }];
    if (!volatile.has(life.key)) return [];
    const replaced = refusedWithin.filter((visit) => sentWith(life, visit) !== null && givenAt(life, visit.answeredAt) !== null);
    return replaced.length > TURNS ? [{ kind: 'replaced-by-turns', name: life.name, key: life.key, visits: replaced }] : [];
  });
}

/**
 * Answers to credentials that led on, gave an id, and were followed by a page that did not know it and gave another. Who rotates
 * ids with every answer and leads everybody on looks the same, so nothing is said of the password.
 */
function notRecognised(attempts: readonly Attempt[], { candidates }: SiteScene): readonly Breakdown[] {
  return candidates.flatMap((life): readonly Breakdown[] => {
    const open = attempts.filter(({ outcome }) => outcome === 'cannot-tell');
    const visits = open.flatMap(({ visit, chain }) => replacedAfter(life, visit, chain) ?? []);
    return visits.length === 0 ? [] : [{ kind: 'not-recognised', name: life.name, key: life.key, visits }];
  });
}

/** Answers in a row that each gave a cookie of one name which the next request did not bring. */
function neverBack({ visits }: SiteScene): readonly Breakdown[] {
  const runs = new Map<string, { readonly values: Set<string>; readonly visits: Visit[] }>();
  const found = new Map<string, Breakdown>();
  for (const visit of visits) {
    // Few answers begin such a row.
    if (runs.size === 0 && !visit.exchange.lines.some(({ parsed }) => parsed.value.length >= SHORTEST)) continue;
    const given = new Map(visit.exchange.lines.map(({ parsed }) => [parsed.name as string, parsed.value as string]));
    for (const name of runs.keys()) if (isBack(name, visit) || (visit.isDocument && !given.has(name))) runs.delete(name);
    for (const [name, value] of given) {
      if (value.length < SHORTEST || isBack(name, visit)) continue;
      const run = runs.get(name) ?? { values: new Set<string>(), visits: [] };
      // What went out before the last one came could not bring it.
      if (visit.seq < (run.visits.at(-1)?.answeredAt ?? Number.NEGATIVE_INFINITY)) continue;
      runs.set(name, run);
      run.values.add(value);
      run.visits.push(visit);
      if (run.visits.length >= PAGES && run.values.size === run.visits.length)
        found.set(name, { kind: 'never-comes-back', name, key: null, visits: [...run.visits] });
    }
  }
  return [...found.values()];
}

const isBack = (name: string, { exchange }: Visit): boolean => exchange.cookies.some((cookie) => cookie.name === name);

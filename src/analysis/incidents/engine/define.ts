import type { Bytes } from '../../engine/base/units';
import type { Link } from '../../rules/engine/link';
import { type Sentence, s } from '../../rules/engine/sentence';
import type { Remedy } from '../../rules/remedy-of-fix';
import type { CookieKey } from '../../session/cookies/cookie-key';
import type { Failure } from '../scene/failure';
import type { Scene } from '../scene/scene';
import type { Cause, Suspect } from '../scene/suspect';
import { besides } from './beside';
import { brief } from './cause-words';
import { stationsOf } from './chain';
import type { Beside, IncidentOf, Join, Station } from './incident';
import { confidenceOf, joinsOf } from './joins';
import { remedyOfSuspect } from './remedy';

/** A failed request with the cookies that it may have missed. */
export interface FailureCase {
  readonly failure: Failure;
  readonly suspects: readonly Suspect[];
  readonly scene: Scene;
}

/** What a kind says of a failure: the cookie, what became of it, and how the two are joined. */
export interface Found {
  /** null = none was set. */
  readonly cookie: { readonly name: Bytes; readonly key: CookieKey | null } | null;
  readonly cause: Cause;
  readonly heading: Sentence;
  readonly title: Sentence;
  readonly brief: Sentence;
  readonly joins: readonly Join[];
  readonly rivals: readonly Sentence[];
  readonly beside: readonly Beside[];
  readonly chain: readonly Station[];
  readonly remedy: () => Remedy | null;
  readonly why: Sentence;
}

/** A kind of incident: one file of `list`. */
export interface Kind<Id extends string = string> {
  readonly id: Id;
  /** What fails, in a few words, for the page that lists the kinds. */
  readonly name: string;
  /** Why it happens, whatever the cookie. */
  readonly why: Sentence;
  readonly links: readonly Link[];
  /** Whether the kind can explain such a failure at all. */
  readonly applies: (one: FailureCase) => boolean;
  /** What it finds; empty = it is something else. */
  readonly check: (one: FailureCase) => readonly Found[];
}

/** Keeps the id's type as written, so that `KindId` lists every kind. */
export const defineKind = <const Id extends string>(kind: Kind<Id>): Kind<Id> => kind;

/** What is told of a suspect, the words aside. */
export function ofSuspect(
  suspect: Suspect,
  { failure, suspects, scene }: FailureCase,
  words: Pick<Found, 'heading' | 'title' | 'why'> &
    Partial<Pick<Found, 'remedy' | 'brief' | 'rivals'>> & { readonly more?: readonly Join[] },
): Found {
  const { more = [], ...own } = words;
  const { cause } = suspect;
  return {
    cookie: cause === 'not-set' ? null : { name: suspect.name, key: suspect.key },
    cause,
    brief: brief(suspect),
    joins: [...joinsOf(suspect, failure, scene), ...more],
    rivals: rivalsOf(suspect, suspects),
    beside: besides(suspect, failure),
    chain: stationsOf(suspect, failure),
    remedy: () => remedyOfSuspect(suspect, { exchange: failure.exchange, isNeeded: true }, scene),
    ...own,
  };
}

/** Other cookies that this request may have missed, for another reason. */
const rivalsOf = (suspect: Suspect, all: readonly Suspect[]): readonly Sentence[] =>
  all
    .filter((each) => each.name !== suspect.name && (each.cause !== suspect.cause || each.reason !== suspect.reason))
    .slice(0, 3)
    .map((each) => s`${each.name}, ${brief(each)}`);

/** An incident of what a kind found. */
export const incidentOf = <Id extends string>(
  { id, links }: Kind<Id>,
  found: Found,
  { failure }: FailureCase,
): IncidentOf<Id> => ({
  ...found,
  id: `${id}\t${failure.site}\t${found.cookie?.name ?? ''}\t${found.cause}`,
  kind: id,
  links,
  consequence: failure.consequence,
  confidence: confidenceOf(found.joins, found.rivals),
  rows: [failure.exchange.id],
  times: 1,
  since: failure.exchange.at,
});

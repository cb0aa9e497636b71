import type { Bytes } from '../../engine/base/units';
import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { outcomeOf } from '../../rules/subject/cookie-record';
import type { Suspect } from '../scene/suspect';
import { consequenceClause, reasonBrief, requestOf } from './cause-words';
import { type FailureCase, type Found, ofSuspect } from './define';
import { consequenceJoin, observedJoin } from './joins';
import { remedyFor } from './remedy';

/** Cookies whose names begin alike and end each its own way, as one is left over by each sign-in that was begun. */
interface CookieFamily {
  readonly prefix: string;
  readonly names: readonly Bytes[];
  /** Of the Cookie header, with names. */
  readonly octets: number;
}

const LEAST = 4;
const SHORTEST_PREFIX = 5;

/** The family that makes up most of a Cookie header; null = there is none. */
export function familyIn({ cookies, sent }: Exchange): CookieFamily | null {
  const sorted = [...cookies].sort((a, b) => (a.name < b.name ? -1 : 1));
  let best: CookieFamily | null = null;
  for (let from = 0; from < sorted.length; from++) {
    let prefix: string = sorted[from]?.name ?? '';
    let octets = 0;
    for (let to = from; to < sorted.length; to++) {
      const next = sorted[to];
      if (next === undefined) break;
      const shared = common(prefix, next.name);
      if (to > from && shared.length < SHORTEST_PREFIX) break;
      prefix = to === from ? prefix : shared;
      octets += next.name.length + next.value.length + 3;
      const names = sorted.slice(from, to + 1).map(({ name }) => name);
      if (names.length >= LEAST && octets > (best?.octets ?? 0))
        best = { prefix, names, octets: Math.min(octets, sent.cookie?.length ?? 0) };
    }
  }
  return best !== null && best.octets * 2 > (sent.cookie?.length ?? 0) ? best : null;
}

/** Whether all but one of the names are one name and the numbers from 0 on, set by one answer: one value that was cut. */
function isOfParts({ names }: CookieFamily, { failure: { site, exchange }, scene }: FailureCase): boolean {
  const setters = new Set<Exchange>();
  for (const { name, cookie } of exchange.cookies) {
    const setter = cookie === null || !names.includes(name) ? null : scene.events.setterOf(site, cookie, exchange.sent.seq);
    if (setter !== null) setters.add(setter.exchange);
  }
  if (setters.size > 1) return false;
  const parts = names.flatMap((name) => /^(.*[._-])(\d+)$/.exec(name)?.slice(1, 3) ?? []);
  const [base = ''] = parts;
  const numbers = new Set(parts.filter((_, at) => at % 2 === 1));
  return (
    parts.every((part, at) => at % 2 === 1 || part === base) &&
    numbers.size >= names.length - 1 &&
    [...numbers].every((_, number) => numbers.has(String(number)))
  );
}

function common(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

/** What is told of a header that a family fills. */
export function ofFamily(family: CookieFamily, suspect: Suspect, one: FailureCase): Found {
  const { failure, scene } = one;
  const { prefix, names, octets } = family;
  const words = s`The Cookie header has ${failure.exchange.sent.cookie?.length ?? 0} octets. ${octets} of them are ${names.length} cookies whose names begin with ${prefix}.`;
  const refused = refusedDeletion(family, one);
  const { consequence } = failure;
  const isSaid = consequence.kind === 'status' && consequence.status !== 400;
  const isOfSignIn = suspect.role.role === 'sign-in-transaction';
  const found = ofSuspect(suspect, one, {
    title: s`The server refuses the Cookie header for its size`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${names.length} cookies named ${`${prefix}…`} have piled up`,
    brief: s`${names.length} of one kind, ${octets} octets`,
    why: refused === null ? words : s`${words} ${refused}`,
    rivals: isSaid ? [] : [s`something else in the request`],
    remedy: () =>
      remedyFor(
        byAction(
          'delete-cookie',
          isOfSignIn
            ? s`Each sign-in that is begun sets one: begin none in answer to scripts, pictures and pages fetched ahead, give them a ${'Max-Age'} of a few minutes, and delete them at the return with the ${'Path'}, ${'Domain'} and ${'Secure'} that they were set with.`
            : isOfParts(family, one)
              ? s`They are the parts of one value: keep it on the server and only an id in the cookie, or let the servers on the way take a longer header.`
              : s`Use one name, or delete the older ones when a new one is set, with the ${'Path'}, ${'Domain'} and ${'Secure'} that they were set with.`,
        ),
        suspect,
        scene,
      ),
  });
  return { ...found, joins: [observedJoin(words), consequenceJoin(failure)] };
}

/** That the browser refused to delete one of them; null = no line tried. */
function refusedDeletion({ names }: CookieFamily, { failure: { site, exchange }, scene }: FailureCase) {
  for (const name of names) {
    for (const event of scene.events.before(site, name, exchange.sent.seq)) {
      if (event.kind !== 'line' || !event.line.deletes || outcomeOf(event.line) !== 'rejected') continue;
      return s`The deletion in the answer to ${requestText(event.exchange)} was refused: ${reasonBrief(event.line.predicted.reasons[0] ?? null)}.`;
    }
  }
  return null;
}

import type { Bytes } from '../../engine/base/units';
import { byAction } from '../../rules/engine/fix';
import { rfc } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { listOf, s } from '../../rules/engine/sentence';
import { requestOf } from '../engine/cause-words';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { leavesCookie } from '../scene/cookie-events';
import { newSuspect, type Suspect } from '../scene/suspect';

export const chunksIncomplete = defineKind({
  id: 'chunks-incomplete',
  name: 'A session in chunks is incomplete',
  why: s`A value that is too long for one cookie is cut into several. Each is refused, thrown out and replaced by itself, so that the server may put the wrong ones together.`,
  links: [rfc('6.1')],
  applies: ({ failure }) => failure.consequence.kind !== 'cors',
  check: (one) => familiesOf(one).flatMap((family) => missing(family, one) ?? leftOver(family, one) ?? []),
});

interface Chunk {
  readonly name: Bytes;
  readonly number: number;
  readonly base: string;
}

/** `session.0`, `session_1`, `.AspNetCore.CookiesC2`. */
const FORM = /^(.+?[._]|.+?C)(\d{1,2})$/;
const chunkOf = (name: Bytes): Chunk | null => {
  const [, base, number] = FORM.exec(name) ?? [];
  return base === undefined ? null : { name, base, number: Number(number) };
};

interface Family {
  readonly base: string;
  /** What went along, in the order of numbers. */
  readonly carried: readonly Chunk[];
}

/** A chunk is long, but for the last: numbers at the end of a name alone are no family. */
const LONG = 1000;

function familiesOf({ failure: { exchange } }: FailureCase): readonly Family[] {
  const families = new Map<string, Chunk[]>();
  const long = new Set<string>();
  for (const { name, value } of exchange.cookies) {
    const chunk = chunkOf(name);
    if (chunk === null) continue;
    families.set(chunk.base, [...(families.get(chunk.base) ?? []), chunk]);
    if (value.length >= LONG) long.add(chunk.base);
  }
  return [...families]
    .filter(([base]) => long.has(base))
    .map(([base, carried]) => ({ base, carried: carried.sort((a, b) => a.number - b.number) }));
}

/** Chunks that the answer which wrote the others wrote as well, and that did not go along. */
function missing({ base, carried }: Family, one: FailureCase): readonly Found[] | null {
  const { suspects, failure, scene } = one;
  const lost = suspects.filter(({ name, cause }) => chunkOf(name)?.base === base && cause !== 'deleted');
  const [first] = lost.length > 0 ? lost : lostChunks(base, one);
  if (first === undefined || carried.length === 0) return null;
  return [
    ofSuspect(first, one, {
      title: s`A session in chunks is incomplete`,
      heading: s`${requestOf(failure)} fails: the chunk ${first.name} is missing`,
      why: s`${listOf(carried.map(({ name }) => name))} went along and ${first.name} did not: the server cannot put the value together.`,
      more: [observedJoin(s`${listOf(carried.map(({ name }) => name))} went along with ${requestText(failure.exchange)}.`)],
      remedy: () => remedyFor(shorter(), first, scene),
    }),
  ];
}

/** Lines of a chunk that were refused or thrown out, whatever was concluded of its role. */
function lostChunks(base: string, { failure, scene }: FailureCase): readonly Suspect[] {
  return scene.events.names(failure.site).flatMap((name): readonly Suspect[] => {
    if (chunkOf(name)?.base !== base || failure.exchange.cookies.some((cookie) => cookie.name === name)) return [];
    for (const event of scene.events.before(failure.site, name, failure.exchange.sent.seq)) {
      if (event.kind !== 'line') continue;
      const source = { exchange: event.exchange, line: event.line };
      if (event.outcome !== 'rejected') return [];
      const basis = event.line.observed.outcome === 'rejected' ? 'observed' : 'predicted';
      const reason = event.line.predicted.reasons[0] ?? null;
      return [newSuspect({ cause: 'rejected', name, role: scene.roleByName(name), reason, basis, source })];
    }
    return [];
  });
}

/** A chunk of an older, longer value: the answer that wrote the others did not write it, nor delete it. */
function leftOver({ base, carried }: Family, one: FailureCase): readonly Found[] | null {
  const { failure, scene } = one;
  const writers = carried.map(({ name }) => {
    for (const event of scene.events.before(failure.site, name, failure.exchange.sent.seq))
      if (event.kind === 'line' && leavesCookie(event.outcome)) return event;
    return null;
  });
  const latest = writers.reduce(
    (last, event) => (event !== null && (last === null || event.seq > last.seq) ? event : last),
    null,
  );
  if (latest === null) return null;
  const place = carried.findIndex(({ number, name }, at) => {
    const event = writers[at];
    const isOlder = event !== null && event !== undefined && event.exchange !== latest.exchange;
    return isOlder && number > (chunkOf(latest.identity.name)?.number ?? 0) && name.startsWith(base);
  });
  const [chunk, event] = [carried[place], writers[place]];
  if (chunk === undefined || event === null || event === undefined) return null;
  const found = newSuspect({
    cause: 'incomplete',
    name: chunk.name,
    role: scene.roleByName(chunk.name),
    source: { exchange: event.exchange, line: event.line },
    lostAt: { kind: 'line', exchange: latest.exchange, line: latest.line },
  });
  return [
    ofSuspect(found, one, {
      title: s`A session in chunks holds a piece of an older one`,
      heading: s`${requestOf(failure)} fails: ${chunk.name} is left over from a longer value`,
      brief: s`left over`,
      why: s`The answer to ${requestText(latest.exchange)} wrote fewer chunks than the one before and left ${chunk.name}, which the server then reads as a part of the new value.`,
      remedy: () =>
        remedyFor(
          byAction(
            'delete-cookie',
            s`Write every chunk in one answer, and delete there those that a shorter value no longer needs: ${chunk.name}.`,
          ),
          found,
          scene,
        ),
    }),
  ];
}

const shorter = () =>
  byAction(
    null,
    s`Keep the session on the server and only its id in a cookie: browsers limit a cookie to 4,096 octets, and the number of cookies of a site.`,
  );

const LOGIN = { ask: 'POST https://shop.example/login', fields: { user: 'a', password: 'b' } } as const;
const part = (name: string, length: number, more = ''): string =>
  `${name}=${'k3Jw9xQ1'.repeat(length / 8)}; Path=/; Secure; HttpOnly${more}`;

export const examples = (): IncidentExamples => [
  {
    title: 'the second chunk is larger than a cookie may be',
    steps: [
      { ...LOGIN, sets: [part('app.session.0', 3200), part('app.session.1', 4800)] },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example', status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'app.session.1', cause: 'rejected' },
  },
  {
    title: 'a chunk of the session before is left over',
    steps: [
      { ...LOGIN, sets: [part('t.0', 3200), part('t.1', 3200), part('t.2', 800)] },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
      {
        ask: 'POST https://shop.example/refresh',
        from: 'https://shop.example',
        as: 'fetch',
        sets: [part('t.0', 3208), part('t.1', 808)],
      },
      { ask: 'GET https://shop.example/api/me', from: 'https://shop.example', as: 'fetch', status: 401 },
    ],
    expect: { cookie: 't.2', cause: 'incomplete' },
  },
  {
    title: 'the new value is shorter and its last chunk is deleted',
    steps: [
      { ...LOGIN, sets: [part('t.0', 3200), part('t.1', 3200), part('t.2', 800)] },
      {
        ask: 'POST https://shop.example/refresh',
        from: 'https://shop.example',
        as: 'fetch',
        sets: [part('t.0', 3208), part('t.1', 808), 't.2=; Path=/; Max-Age=0; Secure'],
      },
      { ask: 'GET https://shop.example/api/me', from: 'https://shop.example', as: 'fetch', status: 401 },
    ],
    expect: null,
  },
];

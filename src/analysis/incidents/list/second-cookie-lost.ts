import type { Bytes } from '../../engine/base/units';
import { readLine } from '../../engine/header/read-line';
import type { SetLine } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { rfc } from '../../rules/engine/link';
import { masked } from '../../rules/engine/masked-line';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { type Garbled, garbledIn } from '../../rules/subject/garbled';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { newSuspect } from '../scene/suspect';

export const secondCookieLost = defineKind({
  id: 'second-cookie-lost',
  name: 'Two cookies in one line: the second is lost',
  why: s`A ${'Set-Cookie'} header holds one cookie: browsers do not split it at commas. What follows becomes a part of an attribute, and the second cookie is never set.`,
  links: [rfc('4.1.1'), { label: 'RFC 9110 §5.3', url: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-5.3' }],
  applies: ({ failure: { consequence } }) => consequence.kind !== 'cors' && consequence.kind !== 'still-signed-in',
  check: (one) => {
    const lost = lostIn(one);
    return lost === null ? [] : [foundFor(lost, one)];
  },
});

interface Lost {
  readonly exchange: FailureCase['failure']['exchange'];
  readonly line: SetLine;
  readonly garbled: Extract<Garbled, { readonly kind: 'joined' }>;
}

/** The last line before the request that holds a second cookie, where nothing else set that one; null = there is none. */
function lostIn({ failure: { exchange, site }, scene: { events } }: FailureCase): Lost | null {
  for (const name of events.names(site)) {
    for (const event of events.before(site, name, exchange.sent.seq)) {
      if (event.kind !== 'line' || event.line.deletes) continue;
      const garbled = garbledOf(event.line);
      if (garbled?.kind !== 'joined') break;
      const isThere = exchange.cookies.some((sent) => sent.name === garbled.second) || events.of(site, garbled.second).length > 0;
      if (isThere) break;
      return { exchange: event.exchange, line: event.line, garbled };
    }
  }
  return null;
}

/** The same lines are looked at for each failed request. */
const known = new WeakMap<SetLine, Garbled | null>();

function garbledOf(line: SetLine): Garbled | null {
  // Two cookies are joined by a comma.
  if (!line.line.includes(',')) return null;
  const before = known.get(line);
  if (before !== undefined) return before;
  const garbled = garbledIn(readLine(line.line));
  known.set(line, garbled);
  return garbled;
}

function foundFor({ exchange, line, garbled }: Lost, one: FailureCase): Found {
  const { failure, scene } = one;
  const first = line.parsed.name;
  const { second } = garbled;
  const suspect = newSuspect({
    cause: 'not-set',
    name: second,
    role: scene.roleByName(second),
    source: { exchange, line },
  });
  const words = s`One line of the answer to ${requestText(exchange)} holds ${first} and, after a comma, ${second}. Browsers store ${first} alone.`;
  const found = ofSuspect(suspect, one, {
    title: s`Two cookies in one line: the second is lost`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${second} was never set, for it stands in one line with ${first}`,
    brief: s`never set: in one line with ${first}`,
    why: words,
    rivals: [],
    remedy: () => ({
      ...remedyFor(
        byAction(null, s`Send two ${'Set-Cookie'} headers: append the second one, and do not join them with a comma.`),
        suspect,
        scene,
      ),
      code: garbled.lines.map((each: Bytes) => `Set-Cookie: ${masked(readLine(each))}`),
    }),
  });
  const [, ...others] = found.joins;
  return { ...found, cookie: { name: second, key: null }, joins: [observedJoin(words), ...others.slice(1)] };
}

const [A, B] = ['31d4d96e407aad42f3c1b7a09e5d8c26', '9f2c71d0a4e85b3631d4d96e407aad42'];
const LOGIN = {
  ask: 'POST https://shop.example/login',
  from: 'https://shop.example',
  fields: { user: 'a', password: 'b' },
  status: 303,
  answers: { location: '/account' },
} as const;
const BACK = {
  ask: 'GET https://shop.example/account',
  from: 'https://shop.example',
  isRedirect: true,
  status: 307,
  answers: { location: '/login' },
} as const;

export const examples = (): IncidentExamples => [
  {
    title: 'two tokens are joined by a comma, and the page needs both',
    steps: [{ ...LOGIN, sets: [`at=${A}; Path=/; Secure; HttpOnly, rt=${B}; Path=/; Secure; HttpOnly`] }, BACK],
    expect: { cookie: 'rt', cause: 'not-set' },
  },
  {
    title: 'an API answers 401 without the second cookie',
    steps: [
      {
        ...LOGIN,
        ask: 'POST https://shop.example/api/login',
        as: 'fetch',
        status: 200,
        answers: {},
        sets: [`csrf=${B}; Path=/; Secure, session=${A}; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET https://shop.example/api/me', as: 'fetch', from: 'https://shop.example', status: 401 },
    ],
    expect: { cookie: 'session', cause: 'not-set' },
  },
  {
    title: 'two cookies in one line, and every page is served',
    steps: [
      { ...LOGIN, sets: [`at=${A}; Path=/; Secure; HttpOnly, rt=${B}; Path=/; Secure; HttpOnly`] },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example', isRedirect: true },
    ],
    expect: null,
  },
];

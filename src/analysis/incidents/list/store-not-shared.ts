import type { SentCookie } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import type { Visit } from '../../session/requests/visit';
import type { Breakdown } from '../../session/sign-in/breakdown';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { plainStation } from '../engine/chain';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { newSuspect, type Suspect } from '../scene/suspect';

export const storeNotShared = defineKind({
  id: 'store-not-shared',
  name: 'Two servers without a shared session store',
  why: s`A load balancer sends requests to several servers. Where each keeps sessions to itself, one knows the id and the next does not.`,
  links: [
    {
      label: 'OWASP: Session Management',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    },
  ],
  applies: (one) => breakdownAt(one) !== null,
  check: (one) => {
    const breakdown = breakdownAt(one);
    return breakdown === null || breakdown.kind === 'never-comes-back' ? [] : [foundFor(breakdown, one)];
  },
});

/** The session that came apart here, or that went along to a page and back until it did. */
const breakdownAt = ({ failure: { exchange, session }, scene }: FailureCase): Breakdown | null =>
  scene.breakdownOf(exchange) ??
  session?.breakdowns.find(
    ({ kind, name, visits: [first] }) =>
      kind === 'served-and-refused' && exchange.cookies.some((sent) => isSame(sent, name, first)),
  ) ??
  null;

/** Whether it is the id that one of the visits brought. */
const isSame = ({ name, value }: SentCookie, wanted: string, visit: Visit | undefined): boolean =>
  name === wanted && visit?.exchange.cookies.some((sent) => sent.name === name && sent.value === value) === true;

function foundFor(breakdown: Breakdown, one: FailureCase): Found {
  const { failure, scene } = one;
  const { kind, key, visits } = breakdown;
  const name = failure.exchange.cookies.find((sent) => sent.name === breakdown.name);
  const served = visits.find(({ exchange }) => exchange.status !== failure.exchange.status && exchange !== failure.exchange);
  const cookie = name?.cookie ?? null;
  const suspect = newSuspect({
    cause: 'not-shared',
    name: name?.name ?? failure.exchange.cookies[0]?.name ?? ('' as Suspect['name']),
    key,
    role: key === null ? scene.roleByName(name?.name ?? ('' as Suspect['name'])) : scene.roleOf(key),
    cookie,
    source: cookie === null ? null : scene.events.setterOf(failure.site, cookie, failure.exchange.sent.seq),
  });
  const isReplaced = kind === 'replaced-by-turns';
  const what = isReplaced
    ? s`each answer takes ${suspect.name} for unknown and gives another`
    : s`one ${suspect.name} is taken and refused by turns`;
  const found = ofSuspect(suspect, one, {
    title: s`Servers do not share their sessions`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${what}`,
    brief: isReplaced ? s`replaced by turns` : s`taken and refused by turns`,
    why: s`The browser sent the same ${suspect.name} each time. That ${what} is what several servers look like that do not share their sessions.`,
    rivals: [],
    remedy: () =>
      remedyFor(
        byAction(
          null,
          s`Keep sessions where all servers find them (Redis, a database), give all of them the same secret, or let the load balancer send a visitor to one server.`,
        ),
        suspect,
        scene,
      ),
  });
  const turns = observedJoin(s`${suspect.name} went along with ${visits.length} requests, the same way each time.`);
  const taken =
    served === undefined
      ? []
      : [
          plainStation(
            served.exchange,
            'set',
            s`${requestText(served.exchange)} was answered ${[String(served.exchange.status)]} with the same ${suspect.name}`,
          ),
        ];
  return {
    ...found,
    joins: [turns, ...found.joins.slice(-2)],
    chain: [...found.chain.slice(0, 1), ...taken, ...found.chain.slice(1)],
  };
}

const SID = 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly';
const LOGIN = {
  ask: 'POST https://shop.example/login',
  from: 'https://shop.example',
  fields: { user: 'a', password: 'b' },
  sets: [SID],
  status: 302,
  answers: { location: '/account' },
} as const;
const served = (ask: string) => ({ ask: `GET https://shop.example/${ask}`, from: 'https://shop.example' }) as const;
const refused = (ask: string) => ({ ...served(ask), status: 302, answers: { location: '/login' } }) as const;
const api = (status: number) => ({ ...served('api/me'), as: 'fetch', status }) as const;

export const examples = (): IncidentExamples => [
  {
    title: 'every second page is refused with the same session',
    steps: [
      { ...served('account'), status: 302, answers: { location: '/login' } },
      LOGIN,
      served('account'),
      refused('account'),
      served('account'),
      refused('account'),
      served('account'),
    ],
    expect: { cookie: 'sid', cause: 'not-shared' },
  },
  {
    title: 'an API answers 401 and 200 by turns',
    steps: [api(401), LOGIN, served('account'), api(200), api(401), api(200), api(401), api(200)],
    expect: { cookie: 'sid', cause: 'not-shared' },
  },
  {
    title: 'a session ends on the server, once',
    steps: [api(401), LOGIN, served('account'), api(200), api(200), { ...api(401), after: 3600 }],
    expect: null,
  },
];

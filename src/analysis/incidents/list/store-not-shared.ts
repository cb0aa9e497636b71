import type { Bytes } from '../../engine/base/units';
import type { SentCookie } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { requestText } from '../../rules/engine/request-words';
import { counted, type Sentence, s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import type { Visit } from '../../session/requests/visit';
import { isCredential } from '../../session/shared/role-kinds';
import type { Breakdown } from '../../session/sign-in/breakdown';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { plainStation } from '../engine/chain';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin } from '../engine/joins';
import { movedServer } from '../engine/moved-server';
import { remedyFor } from '../engine/remedy';
import { newSuspect, type Suspect } from '../scene/suspect';
import { suspectOf } from '../scene/suspect-of';

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
  applies: (one) => breakdownAt(one) !== null || movedServer(one.failure.exchange, one.scene) !== null,
  check: (one) => {
    const breakdown = breakdownAt(one);
    if (breakdown !== null) return breakdown.kind === 'never-comes-back' ? [] : [foundFor(breakdown, one)];
    return atOtherServer(one);
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

/** A session that went along to another server than before, which gave another. */
function atOtherServer(one: FailureCase): readonly Found[] {
  const { failure, scene } = one;
  const { exchange, site } = failure;
  const mark = movedServer(exchange, scene);
  const sent = exchange.cookies.find(({ cookie }) => cookie !== null && isCredential(scene.roleOf(cookieKey(cookie)).role));
  if (mark === null || sent?.cookie == null) return [];
  const suspect = suspectOf(sent.cookie, {
    cause: 'not-shared',
    reason: null,
    withheld: null,
    site,
    seq: exchange.sent.seq,
    scene,
  });
  const moved = s`The same answer gave another ${mark}, by which the load balancer keeps a visitor on one server.`;
  return [
    ofSuspect(suspect, one, {
      title: TITLE,
      heading: s`${requestOf(failure)} ${consequenceClause(failure)}: another server does not know ${suspect.name}`,
      brief: s`not known to another server`,
      why: s`The browser sent ${suspect.name}. ${moved} So it looks where one server stops and the next does not know the sessions of the first.`,
      rivals: [s`${suspect.name} may have ended on the server just then`],
      more: [observedJoin(moved)],
      remedy: () => remedyFor(byAction(null, SHARED), suspect, scene),
    }),
  ];
}

const TITLE = s`Servers do not share their sessions`;

const SHARED = s`Keep sessions where all servers find them (Redis, a database), give all of them the same secret, or let the load balancer send a visitor to one server.`;

/** What it looks like, at length and in brief. */
function lookOf(kind: Breakdown['kind'], name: Bytes): readonly [clause: Sentence, brief: Sentence] {
  switch (kind) {
    case 'not-recognised':
      return [s`the answer takes ${name} for unknown and gives another`, s`not recognised`];
    case 'served-and-refused':
      return [s`one ${name} is taken and refused by turns`, s`taken and refused by turns`];
    default:
      return [s`each answer takes ${name} for unknown and gives another`, s`replaced by turns`];
  }
}

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
  const isReplaced = kind !== 'served-and-refused';
  const isOnce = kind === 'not-recognised';
  const [clause, brief] = lookOf(kind, suspect.name);
  const found = ofSuspect(suspect, one, {
    title: TITLE,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${clause}`,
    brief,
    why: isReplaced
      ? s`The browser sent ${suspect.name} as it had been given. That ${clause} is what several servers look like that do not share their sessions, and an application to which a proxy or CDN does not pass ${'Cookie'} on.`
      : s`The browser sent the same ${suspect.name} each time. That ${clause} is what several servers look like that do not share their sessions.`,
    rivals: isOnce ? [s`the credentials may have been wrong`] : [],
    remedy: () =>
      remedyFor(
        byAction(null, isReplaced ? s`${SHARED} What stands before the application must pass ${'Cookie'} on.` : SHARED),
        suspect,
        scene,
      ),
  });
  const turns = observedJoin(
    isOnce
      ? s`${suspect.name} went along as it had been given.`
      : s`${suspect.name} went along with ${[counted(visits.length, 'request')]}, the same way each time.`,
  );
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
    title: 'one server stops, and the next knows nobody',
    steps: [
      { ...LOGIN, sets: [SID, 'SERVERID=web1; Path=/'] },
      { ...served('account'), isRedirect: true },
      served('orders'),
      { ...refused('account'), sets: ['SERVERID=web2; Path=/'] },
    ],
    expect: { cookie: 'sid', cause: 'not-shared', confidence: 'possible' },
  },
  {
    title: 'a session ends on the server, once',
    steps: [api(401), LOGIN, served('account'), api(200), api(200), { ...api(401), after: 3600 }],
    expect: null,
  },
];

import type { SentCookie } from '../../replay/rows/exchange';
import type { ExampleStep } from '../../rules/engine/example';
import { byAction } from '../../rules/engine/fix';
import { rfc } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import { addressOf } from '../../session/requests/address';
import { isCredential } from '../../session/shared/role-kinds';
import { brief, causeSentence, consequenceClause } from '../engine/cause-words';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin, predictedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { sessionSuspects } from '../engine/session-suspects';
import { isForeign } from '../scene/returning';
import { newSuspect, type Suspect } from '../scene/suspect';

export const signInLoop = defineKind({
  id: 'sign-in-loop',
  name: 'Sign-in leads back to sign-in',
  why: s`The server lets somebody in and sets a session; the browser does not store it, or does not send it with the next request. The application sees a stranger and asks again.`,
  links: [rfc('5.7'), rfc('5.8.3')],
  applies: ({ failure: { consequence } }) => consequence.kind !== 'cors' && consequence.kind !== 'still-signed-in',
  check: (one) => {
    const lost = ofLost(one);
    return lost.length > 0 ? lost : disagreeing(one);
  },
});

const ofLost = (one: FailureCase): readonly Found[] =>
  sessionSuspects(one)
    .filter((suspect) => isOfSignIn(suspect, one))
    .slice(0, 1)
    .map((suspect) => {
      const from = suspect.source === null ? s`the sign-in` : s`${requestText(suspect.source.exchange)}`;
      return ofSuspect(suspect, one, {
        title: s`Sign-in leads back to sign-in`,
        heading: s`Signed in by ${from}, and ${requestText(one.failure.exchange)} ${consequenceClause(one.failure)}: ${suspect.name} ${[suspect.cause === 'rejected' ? 'was' : 'is']} ${brief(suspect)}`,
        why: causeSentence(suspect, one.failure),
      });
    });

/** Two pages send to each other, and one session goes along with both: what one takes for signed in the other does not. */
function disagreeing(one: FailureCase): readonly Found[] {
  const { failure, scene } = one;
  const { exchange, consequence } = failure;
  if (consequence.kind !== 'loop') return [];
  const hops = scene.hopsOf(exchange).filter(({ hop }) => hop <= exchange.hop);
  const isConstant = ({ name, value }: SentCookie): boolean =>
    hops.every(
      ({ cookies, lines }) =>
        cookies.some((each) => each.name === name && each.value === value) && lines.every(({ parsed }) => parsed.name !== name),
    );
  const constant = exchange.cookies.filter(isConstant);
  const credentials = constant.filter(({ name }) => isCredential(scene.roleByName(name).role));
  const [carried] = credentials.length > 0 ? credentials : constant;
  const other = hops.find(({ url }) => addressOf(url)?.page !== addressOf(exchange.url)?.page);
  if (carried === undefined || other === undefined || (credentials.length === 0 && constant.length > 1)) return [];
  const { cookie } = carried;
  const suspect = newSuspect({
    cause: 'stale',
    name: carried.name,
    key: cookie === null ? null : cookieKey(cookie),
    role: scene.roleByName(carried.name),
    cookie,
    source: cookie === null ? null : scene.events.setterOf(failure.site, cookie, exchange.sent.seq),
  });
  const [here, there] = [requestText(exchange), requestText(other)];
  const found = ofSuspect(suspect, one, {
    title: s`Two pages do not agree whether somebody is signed in`,
    heading: s`${here} and ${there} send to each other, ${carried.name} with both: one takes it for a session and the other does not`,
    brief: s`goes along each time, and no answer deletes it`,
    why: s`${carried.name} went along unchanged with all ${hops.length} requests, and no answer set or deleted it. That is what a session looks like that has ended on the server while its cookie stays.`,
    rivals: credentials.length > 0 ? [] : [s`something else that the two pages look at`],
    remedy: () =>
      remedyFor(
        byAction(
          'delete-cookie',
          s`Delete ${carried.name} in the answer that refuses it, before it redirects; and let both pages ask the same question, not one whether the cookie is there and the other whether it is valid.`,
        ),
        suspect,
        scene,
      ),
  });
  return [
    {
      ...found,
      joins: [
        observedJoin(s`${carried.name} went along with ${hops.length} requests of the chain.`),
        predictedJoin(s`That it is worth nothing any more follows from the redirects.`),
        ...found.joins.slice(-1),
      ],
    },
  ];
}

/** Whether the cookie is the one that the sign-in right before gave. */
function isOfSignIn({ source }: Suspect, { failure: { exchange, consequence }, scene }: FailureCase): boolean {
  if (consequence.kind === 'loop') return true;
  // A link on another site comes later, whatever the sign-in did.
  if (source === null || (isForeign(exchange) && source.exchange.request !== exchange.request)) return false;
  const attempt = scene.attemptOf(source.exchange);
  if (attempt === null) return false;
  const until = exchange.sent.seq;
  const since = source.exchange.received?.seq ?? source.exchange.sent.seq;
  const served = scene
    .siteOf(exchange)
    ?.visits.some(
      (visit) =>
        visit.seq > since && visit.seq < until && visit.isDocument && scene.siteOf(exchange)?.answers.of(visit) === 'served',
    );
  return served !== true;
}

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const FROM = { from: 'https://shop.example' } as const;
const LOGIN = {
  ...FROM,
  ask: 'POST https://shop.example/login',
  fields: { user: 'a', password: 'b' },
  status: 302,
  answers: { location: '/account' },
} as const;
const BACK = {
  ...FROM,
  ask: 'GET https://shop.example/account',
  isRedirect: true,
  status: 302,
  answers: { location: '/login' },
} as const;
const FORM = { ...FROM, ask: 'GET https://shop.example/login', isRedirect: true } as const;

export const examples = (): IncidentExamples => [
  {
    title: 'the session is for a host that is not the server’s',
    steps: [{ ...LOGIN, sets: [`sid=${ID}; Domain=other.example; Path=/; Secure; HttpOnly`] }, BACK, FORM],
    expect: { cookie: 'sid', cause: 'rejected' },
  },
  {
    title: 'the session is for the folder of the sign-in alone',
    steps: [{ ...LOGIN, ask: 'POST https://shop.example/auth/login', sets: [`sid=${ID}; Secure; HttpOnly`] }, BACK, FORM],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'SameSite=None without Secure',
    steps: [{ ...LOGIN, sets: [`sid=${ID}; Path=/; HttpOnly; SameSite=None`] }, BACK, FORM],
    expect: { cookie: 'sid', cause: 'rejected' },
  },
  {
    title: 'the session has ended on the server, and the page to sign in goes by its cookie',
    steps: [
      { ...LOGIN, sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ...BACK, status: 200, answers: {} },
      ...[0, 1].flatMap((turn) => [
        { ...BACK, ...(turn === 0 ? { isRedirect: undefined, after: 4000 } : {}) } as ExampleStep,
        { ...FORM, status: 302, answers: { location: '/account' } } as ExampleStep,
      ]),
      BACK,
    ],
    expect: { cookie: 'sid', cause: 'stale' },
  },
  {
    title: 'the visitor is not signed in and is asked to',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ...FROM, ask: 'GET https://shop.example/account', status: 302, answers: { location: '/login' } },
      FORM,
    ],
    expect: null,
  },
  {
    title: 'a wrong password',
    steps: [
      { ask: 'GET https://shop.example/login', sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ...LOGIN, answers: { location: '/login?failed=1' } },
      { ...FROM, ask: 'GET https://shop.example/login?failed=1', isRedirect: true },
    ],
    expect: null,
  },
];

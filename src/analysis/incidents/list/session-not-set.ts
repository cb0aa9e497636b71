import { byAction } from '../../rules/engine/fix';
import { mdn } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import type { Attempt } from '../../session/requests/attempt';
import { isCredential } from '../../session/shared/role-kinds';
import { causeSentence, consequenceClause, requestOf } from '../engine/cause-words';
import { consequenceStation, plainStation } from '../engine/chain';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { isFromCache } from '../engine/from-cache';
import { cannotTellJoin, consequenceJoin, observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { setAndDeleted } from '../engine/set-and-deleted';
import { NOT_SET, type Suspect } from '../scene/suspect';

export const sessionNotSet = defineKind({
  id: 'session-not-set',
  name: 'The session cookie is never set',
  why: s`Behind a proxy that ends TLS a framework takes the request for plain http and leaves its ${'Secure'} cookie out; a cache answers without ${'Set-Cookie'}; and browsers take no cookie from an answer to a request without credentials.`,
  links: [
    { label: 'Express: behind proxies', url: 'https://expressjs.com/en/guide/behind-proxies.html' },
    mdn('Including credentials', 'API/Fetch_API/Using_Fetch#including_credentials'),
  ],
  applies: ({ failure }) => failure.consequence.kind !== 'cors',
  check: (one) => {
    const refused = one.suspects.find(({ cause, reason }) => cause === 'rejected' && reason === 'credentials-omitted');
    if (refused !== undefined) return [withoutCredentials(refused, one)];
    const attempt = lostAttempt(one);
    return attempt === null ? [] : [setAndDeleted(attempt, one) ?? notSet(attempt, one)];
  },
});

function withoutCredentials(suspect: Suspect, one: FailureCase): Found {
  return ofSuspect(suspect, one, {
    title: s`The session cookie is not taken from the answer`,
    heading: s`${requestOf(one.failure)} ${consequenceClause(one.failure)}: ${suspect.name} was not taken, for the page had asked without credentials`,
    why: causeSentence(suspect, one.failure),
  });
}

/** The sign-in whose answer spoke of success and set nothing, and of which this request is the first to be refused. */
function lostAttempt({ failure: { exchange, session }, suspects }: FailureCase): Attempt | null {
  // A cookie that came and was lost explains it.
  if (suspects.some(({ role }) => isCredential(role.role))) return null;
  return (
    session?.attempts.findLast(
      ({ loss }) => (loss?.why === 'not-set' || loss?.why === 'deleted') && loss.exchanges.includes(exchange.id),
    ) ?? null
  );
}

function notSet(attempt: Attempt, one: FailureCase): Found {
  const { failure, scene } = one;
  const answer = attempt.visit.exchange;
  const cached = isFromCache(answer);
  const isOpen = attempt.missing.length > 0;
  const isPlain = answer.url.startsWith('http:');
  const why: Sentence = cached
    ? s`The answer to ${requestText(answer)} came from a cache on the way, which keeps ${'Set-Cookie'} back: no session cookie came.`
    : isPlain
      ? s`${requestText(answer)} led on as to success, and set no cookie.`
      : s`${requestText(answer)} led on as to success, and set no cookie. A server behind a proxy that ends TLS does so where it believes in plain http and its cookie is ${'Secure'}.`;
  const found = ofSuspect(NOT_SET, one, {
    title: s`The session cookie is never set`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: the sign-in at ${requestText(answer)} set no cookie`,
    brief: s`no session cookie was set`,
    why,
    rivals: isOpen ? [s`the credentials may have been wrong`] : [],
    remedy: () =>
      remedyFor(
        cached
          ? byAction('no-store', s`Keep the answer out of caches, so that it comes from the server with its ${'Set-Cookie'}.`)
          : isPlain
            ? byAction(
                null,
                s`Let the application begin the session, and set its cookie, before it leads on. If its own answer has the cookie, what stands before it must pass ${'Set-Cookie'} on.`,
              )
            : byAction(
                'trust-proxy',
                s`Tell the application that it stands behind a proxy that ends TLS; the proxy must send ${'X-Forwarded-Proto: https'}. If the application’s own answer has the cookie, what stands before it must pass ${'Set-Cookie'} on.`,
              ),
        NOT_SET,
        scene,
      ),
  });
  return {
    ...found,
    joins: [
      observedJoin(s`${requestText(answer)} was answered ${[String(answer.status)]} without ${'Set-Cookie'}.`),
      consequenceJoin(failure),
      cannotTellJoin(s`What ${failure.host} meant to set is not visible in the traffic.`),
    ],
    chain: [
      plainStation(answer, 'cause', s`${requestText(answer)} sets no cookie`),
      plainStation(failure.exchange, 'lost', s`${requestText(failure.exchange)} without a session`),
      consequenceStation(failure),
    ],
  };
}

const FROM = { from: 'https://shop.example' } as const;
const LOGIN = {
  ...FROM,
  ask: 'POST https://shop.example/login',
  fields: { user: 'a', password: 'b' },
  status: 302,
  answers: { location: '/account' },
} as const;
const CSRF = '__Host-csrf=7d1f0c5a93be48e2b6604f1d2a8c9e73';
const BACK = { ...FROM, ask: 'GET https://shop.example/account', status: 302, answers: { location: '/login' } } as const;
const ELSEWHERE = {
  as: 'fetch',
  from: 'https://app.shop.example',
  top: 'https://app.shop.example/',
  headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' },
} as const;

export const examples = (): IncidentExamples => [
  {
    title: 'the server believes in plain http and sets nothing',
    steps: [{ ...BACK, from: 'https://shop.example' }, LOGIN, { ...BACK, isRedirect: true }],
    expect: { cookie: '', cause: 'not-set' },
  },
  {
    title: 'the answer to the sign-in comes from a cache',
    steps: [BACK, { ...LOGIN, answers: { location: '/account', age: '120', 'x-cache': 'HIT' } }, { ...BACK, isRedirect: true }],
    expect: { cookie: '', cause: 'not-set' },
  },
  {
    title: 'the token of the form comes along, which is no session',
    steps: [
      { ...BACK, sends: CSRF },
      { ...LOGIN, sends: CSRF, fields: { ...LOGIN.fields, _csrf: '7d1f0c5a93be48e2b6604f1d2a8c9e73' } },
      { ...BACK, isRedirect: true, sends: CSRF },
    ],
    expect: { cookie: '', cause: 'not-set' },
  },
  {
    title: 'a script signs in at the API without credentials',
    steps: [
      { ask: 'GET https://app.shop.example/' },
      {
        ...ELSEWHERE,
        ask: 'POST https://api.shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly'],
      },
      { ...ELSEWHERE, ask: 'GET https://api.shop.example/me', status: 401 },
    ],
    expect: { cookie: 'sid', cause: 'rejected' },
  },
  {
    title: 'a wrong password: the form again, and nothing set',
    steps: [BACK, { ...LOGIN, status: 200, answers: {} }],
    expect: null,
  },
];

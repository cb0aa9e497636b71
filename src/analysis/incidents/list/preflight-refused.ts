import { coversHost } from '../../engine/jar/match';
import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { mdn } from '../../rules/engine/link';
import { pathOf, requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { saysSignIn } from '../../session/requests/address';
import { targetOf } from '../../session/requests/visit';
import { isCredential } from '../../session/shared/role-kinds';
import { consequenceClause } from '../engine/cause-words';
import { consequenceStation, plainStation } from '../engine/chain';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { cannotTellJoin, consequenceJoin, observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { NOT_SET, newSuspect, type Suspect } from '../scene/suspect';

export const preflightRefused = defineKind({
  id: 'preflight-refused',
  name: 'A preflight stops a request with cookies',
  why: s`Before a script’s request to another origin browsers ask by ${'OPTIONS'} whether it may be sent. That question never carries cookies, and must be answered without a session; a request with cookies is sent only where the answer names the origin and allows credentials.`,
  links: [
    mdn('CORS: preflighted requests', 'Guides/CORS#preflighted_requests'),
    mdn('CORS: requests with credentials', 'Guides/CORS#requests_with_credentials'),
  ],
  applies: ({ failure: { consequence } }) => consequence.kind === 'preflight',
  check: (one) => {
    const session = sessionOf(one);
    if (session === null && !isToSignIn(one.failure.exchange)) return [];
    return [foundFor(session, one)];
  },
});

/** The session of that host that was in the jar and cannot go along with a preflight; null = none was recorded. */
function sessionOf({ failure: { exchange, host }, scene }: FailureCase): Suspect | null {
  const { seq } = exchange.sent;
  for (const life of scene.sessions.lives.all.values()) {
    const role = scene.roleOf(life.key);
    const isHere = coversHost(life, host);
    const isThere = life.spans.some(({ from, to }) => from < seq && (to === null || to > seq));
    if (!isCredential(role.role) || !isHere || !isThere) continue;
    const source = scene.events.setterOf(life.domain, life, seq);
    return newSuspect({
      cause: 'withheld',
      name: life.name,
      key: life.key,
      role,
      source,
    });
  }
  return null;
}

/** Host and port. */
const pageOf = (origin: string): string => origin.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');

function isToSignIn(exchange: Exchange): boolean {
  const address = targetOf(exchange);
  return address !== null && (saysSignIn(address) || address.parameters.includes('client_id'));
}

function foundFor(session: Suspect | null, one: FailureCase): Found {
  const { failure, scene } = one;
  const { exchange, consequence } = failure;
  const origin = exchange.sent.headers.find(({ name }) => name === 'origin')?.value ?? exchange.sent.initiator ?? '';
  const method = exchange.sent.headers.find(({ name }) => name === 'access-control-request-method')?.value ?? '';
  const asked = s`${[method]} ${pathOf(exchange.url)}`;
  const isRefused = consequence.kind === 'preflight' && consequence.fault === 'refused';
  const suspect = session ?? NOT_SET;
  const advice: Sentence = isRefused
    ? s`Answer ${'OPTIONS'} before anything asks for a session: with ${'204'}, ${`Access-Control-Allow-Origin: ${origin}`} and ${'Access-Control-Allow-Credentials: true'}. Exempt it in the application, and in a proxy that signs in.`
    : s`Name ${origin} in ${'Access-Control-Allow-Origin'} and say ${'Access-Control-Allow-Credentials: true'}, in the answer to ${'OPTIONS'} and in that to the request itself.`;
  const found = ofSuspect(suspect, one, {
    title: s`A preflight stops a request`,
    heading: s`${asked} of ${failure.host} was not sent for ${pageOf(origin)}: its preflight ${consequenceClause(failure)}`,
    brief: isRefused ? s`never goes along with a preflight` : s`not allowed for the origin`,
    why: isRefused
      ? s`Browsers send ${'OPTIONS'} without cookies, always. The server asked for a session there, and the browser gave ${asked} up.`
      : s`A page of ${pageOf(origin)} asks ${failure.host} with cookies. The answer to the preflight does not allow that, and the browser gave ${asked} up.`,
    rivals: isRefused ? [] : [s`${'Access-Control-Allow-Headers'} or ${'-Methods'} may lack something too`],
    remedy: () => ({
      ...remedyFor({ ...byAction('cors-credentials', advice), origin }, suspect, scene),
      code: [`Access-Control-Allow-Origin: ${origin}`, 'Access-Control-Allow-Credentials: true', 'Vary: Origin'],
    }),
  });
  return {
    ...found,
    joins: [
      observedJoin(s`${requestText(exchange)} asked whether ${asked} may be sent.`),
      consequenceJoin(failure),
      observedJoin(s`${asked} was not sent after it.`),
      cannotTellJoin(s`What the script does then is not visible in the traffic.`),
    ],
    chain: [plainStation(exchange, 'cause', s`${requestText(exchange)} asks for ${asked}`), consequenceStation(failure)],
  };
}

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const ORIGIN = 'https://app.shop.example';
const FROM = { as: 'fetch', from: ORIGIN, top: `${ORIGIN}/` } as const;
const CORS = { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' } as const;
const ALLOWED = { 'access-control-allow-origin': ORIGIN, 'access-control-allow-credentials': 'true' } as const;
const LOGIN = {
  ...FROM,
  ask: 'POST https://api.shop.example/login',
  headers: CORS,
  fields: { user: 'a', password: 'b' },
  sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
  answers: ALLOWED,
} as const;
const ME = { ...FROM, ask: 'GET https://api.shop.example/me', headers: CORS, sends: `sid=${ID}`, answers: ALLOWED } as const;
const PREFLIGHT = {
  ...FROM,
  ask: 'OPTIONS https://api.shop.example/things',
  headers: { ...CORS, origin: ORIGIN, 'access-control-request-method': 'PUT' },
} as const;

export const examples = (): IncidentExamples => [
  {
    title: 'the preflight is asked for a session: 401',
    steps: [LOGIN, ME, { ...PREFLIGHT, status: 401, answers: ALLOWED }],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'the preflight says *, and the page asks with cookies',
    steps: [LOGIN, ME, { ...PREFLIGHT, status: 204, answers: { 'access-control-allow-origin': '*' } }],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'the preflight is answered and the request is sent',
    steps: [LOGIN, ME, { ...PREFLIGHT, status: 204, answers: ALLOWED }, { ...ME, ask: 'PUT https://api.shop.example/things' }],
    expect: null,
  },
  {
    title: 'a page without cookies is not allowed to ask: no question of cookies',
    steps: [{ ...PREFLIGHT, status: 403 }],
    expect: null,
  },
];

import { originOf } from '../../replay/requests/origin';
import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { CHIPS, mdn, rfc } from '../../rules/engine/link';
import { hostText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import { isCredential } from '../../session/shared/role-kinds';
import { causeSentence, consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { remedyFor } from '../engine/remedy';
import { isSilentRefusal } from '../scene/failure';
import { isForeign, isReturn } from '../scene/returning';
import { newSuspect, type Suspect } from '../scene/suspect';

export const embeddedSession = defineKind({
  id: 'embedded-session',
  name: 'The session is lost in a frame or in a cross-site request',
  why: s`In a frame of another site, and in a request that a page makes to another origin, a cookie goes along only where ${'SameSite'}, the browser’s treatment of third parties, the credentials mode and CORS all let it.`,
  links: [rfc('5.2'), CHIPS, mdn('CORS: requests with credentials', 'Guides/CORS#requests_with_credentials')],
  applies: ({ failure: { exchange }, suspects, scene }) =>
    (isEmbedded(exchange) || isOtherOrigin(exchange)) &&
    !(isReturn(exchange, scene) && suspects.some(({ role }) => role.role === 'sign-in-transaction')),
  check: (one) => {
    if (one.failure.consequence.kind === 'cors') return unreadable(one);
    return one.suspects
      .filter((suspect) => isOfEmbedding(suspect) && isNeeded(suspect, one))
      .slice(0, 2)
      .map((suspect) => foundFor(suspect, one));
  },
});

const isEmbedded = (exchange: Exchange): boolean =>
  exchange.thirdParty === true ||
  (exchange.sent.type !== 'document' && isForeign(exchange)) ||
  exchange.sent.type === 'subdocument';

const isOtherOrigin = ({ sent, url }: Exchange): boolean =>
  sent.type !== 'document' && sent.initiator !== null && sent.initiator !== originOf(url);

/** What another site answers bears no token of ours. Pictures and scripts are refused for many reasons. */
const isNeeded = ({ role: { role } }: Suspect, { failure: { exchange }, scene }: FailureCase): boolean =>
  role === 'csrf-token' ? !isReturn(exchange, scene) : isAskedFor(exchange) || role !== 'unknown';

const isAskedFor = ({ sent }: Exchange): boolean => ['fetch', 'subdocument', 'websocket'].includes(sent.type);

function isOfEmbedding({ cause, reason }: Suspect): boolean {
  if (cause === 'other-partition') return true;
  // What was never taken from an answer without credentials is another kind.
  if (reason === null || (reason === 'credentials-omitted' && cause === 'rejected')) return cause === 'withheld';
  return /^(?:same-site-|third-party-|partition|credentials-omitted)/.test(reason);
}

function foundFor(suspect: Suspect, one: FailureCase): Found {
  const { failure } = one;
  const where = placeOf(failure.exchange);
  const origin = failure.exchange.sent.initiator;
  if (
    suspect.role.role === 'csrf-token' &&
    failure.exchange.sent.type === 'fetch' &&
    origin !== null &&
    isForeign(failure.exchange)
  )
    return ofToken(suspect, one, hostText(origin));
  return ofSuspect(suspect, one, {
    title: s`The session is lost ${where}`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${suspect.name} does not go along ${where}`,
    why: causeSentence(suspect, failure),
    ...(isSilentRefusal(failure) ? { remedy: () => remedyFor(inWholePage(failure.host), suspect, one.scene) } : {}),
  });
}

/** Renewal without a frame: what goes into one of another site no browser promises. */
const inWholePage = (provider: string) =>
  byAction(
    null,
    s`Renew without the frame: send the whole page to ${provider} with ${'prompt=none'}, where its cookies go along, or let the server keep a refresh token. In the frame they go along only with ${'SameSite=None; Secure'} and where the browser lets third parties have cookies, or once the frame was granted them (${'document.requestStorageAccess()'}); always where ${provider} and the page are one site.`,
  );

/** A token that a script is to copy: the script of another site cannot read it, whatever the line says. */
function ofToken(suspect: Suspect, one: FailureCase, from: string): Found {
  const { failure, scene } = one;
  const { name } = suspect;
  return ofSuspect(suspect, one, {
    title: s`The token of another site cannot be read`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${name} does not reach the page of ${from}`,
    why: s`${causeSentence(suspect, failure)} And ${from} and ${failure.host} are two sites: even a cookie with ${'SameSite=None'} is readable for pages of its own site alone.`,
    remedy: () =>
      remedyFor(
        byAction(
          null,
          s`Serve both below one domain, or let the server of ${from} pass requests on to ${failure.host} (a proxy of the development server does). Where they must stay two sites, give the token in the body of an answer, or use tokens without cookies.`,
        ),
        suspect,
        scene,
      ),
  });
}

/** "in a frame of portal.example", "in a request of app.example". */
function placeOf({ sent, context, thirdParty }: Exchange): Sentence {
  const top = Array.isArray(context.ancestors) ? context.ancestors[0] : undefined;
  if (sent.type === 'subdocument' || (thirdParty === true && sent.type !== 'fetch'))
    return top === undefined ? s`in a frame` : s`in a frame of ${hostText(top)}`;
  return sent.initiator === null ? s`in a frame` : s`in a request of ${hostText(sent.initiator)}`;
}

/** Cookies went along, and the browser keeps the answer from the page that asked. */
function unreadable(one: FailureCase): readonly Found[] {
  const { failure, scene } = one;
  const { exchange, consequence } = failure;
  const carried = exchange.cookies.map(({ name, cookie }) => ({ name, cookie, key: cookie === null ? null : cookieKey(cookie) }));
  const roleOf = ({ key, name }: (typeof carried)[number]) => (key === null ? scene.roleByName(name) : scene.roleOf(key));
  const [first] = [...carried].sort((a, b) => Number(isCredential(roleOf(b).role)) - Number(isCredential(roleOf(a).role)));
  const origin = exchange.sent.initiator;
  if (first === undefined || origin === null) return [];
  const suspect = newSuspect({
    cause: 'unreadable',
    name: first.name,
    key: first.key,
    role: roleOf(first),
    cookie: first.cookie,
    source: first.cookie === null ? null : scene.events.setterOf(failure.site, first.cookie, exchange.sent.seq),
  });
  const isAny = consequence.kind === 'cors' && consequence.fault === 'any-origin';
  const found = ofSuspect(suspect, one, {
    title: s`An answer to a request with cookies may not be read`,
    heading: s`${requestOf(failure)} fails for ${hostText(origin)}: the answer to a request with ${suspect.name} does not allow credentials`,
    brief: s`sent, and the answer is kept from the page`,
    why: isAny
      ? s`To a request with cookies ${'Access-Control-Allow-Origin: *'} does not count: the browser keeps the answer from the page.`
      : s`The answer lacks ${'Access-Control-Allow-Credentials: true'}: the browser keeps it from the page, though ${suspect.name} went along.`,
    rivals: [],
    remedy: () => ({
      ...remedyFor(
        {
          ...byAction(
            'cors-credentials',
            s`Name ${origin} in ${'Access-Control-Allow-Origin'} and say ${'Access-Control-Allow-Credentials: true'}, or ask without credentials.`,
          ),
          origin,
        },
        suspect,
        scene,
      ),
      code: [`Access-Control-Allow-Origin: ${origin}`, 'Access-Control-Allow-Credentials: true', 'Vary: Origin'],
    }),
  });
  return [{ ...found, joins: found.joins.filter(({ basis }) => basis === 'observed') }];
}

const SID = 'sid=31d4d96e407aad42f3c1b7a09e5d8c26';
const SIGNED_IN = (more: string) => ({
  ask: 'POST https://app.example/login',
  fields: { user: 'a', password: 'b' },
  sets: [`${SID}; Path=/; Secure; HttpOnly${more}`],
});
const CORS = { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' } as const;
const API = {
  ask: 'GET https://app.example/api/me',
  as: 'fetch',
  from: 'https://portal.example',
  top: 'https://portal.example/',
} as const;

export const examples = (): IncidentExamples => [
  {
    title: 'a frame without SameSite=None is asked to sign in',
    steps: [
      SIGNED_IN('; SameSite=Lax'),
      {
        ask: 'GET https://app.example/widget',
        as: 'subdocument',
        from: 'https://portal.example',
        top: 'https://portal.example/',
        status: 302,
        answers: { location: '/login' },
      },
    ],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'the browser blocks third-party cookies',
    thirdParty: 'block',
    steps: [
      SIGNED_IN('; SameSite=None'),
      {
        ask: 'GET https://app.example/widget',
        as: 'subdocument',
        from: 'https://portal.example',
        top: 'https://portal.example/',
        status: 401,
      },
    ],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'a fetch to a sibling host without credentials',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`${SID}; Domain=shop.example; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET https://shop.example/', from: 'https://shop.example' },
      {
        ask: 'GET https://api.shop.example/me',
        as: 'fetch',
        from: 'https://shop.example',
        top: 'https://shop.example/',
        headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' },
        status: 401,
      },
    ],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'cookies went along, and the answer says *',
    steps: [SIGNED_IN('; SameSite=None'), { ...API, headers: CORS, sends: SID, answers: { 'access-control-allow-origin': '*' } }],
    expect: { cookie: 'sid', cause: 'unreadable' },
  },
  {
    title: 'a frame that shows the same to everybody',
    steps: [
      SIGNED_IN('; SameSite=Lax'),
      {
        ask: 'GET https://app.example/widget',
        as: 'subdocument',
        from: 'https://portal.example',
        top: 'https://portal.example/',
      },
    ],
    expect: null,
  },
  {
    title: 'a frame whose page is missing',
    steps: [
      SIGNED_IN('; SameSite=Lax'),
      {
        ask: 'GET https://app.example/old',
        as: 'subdocument',
        from: 'https://portal.example',
        top: 'https://portal.example/',
        status: 404,
      },
    ],
    expect: null,
  },
];

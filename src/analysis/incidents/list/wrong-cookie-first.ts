import { text } from '../../engine/base/bytes';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { urlParts } from '../../engine/site/url-parts';
import { deletionOf } from '../../fixes/line-of';
import type { SentCookie } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { rfc } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, type FailureCase, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin, predictedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import type { Suspect } from '../scene/suspect';

export const wrongCookieFirst = defineKind({
  id: 'wrong-cookie-first',
  name: 'Two cookies of one name: the wrong one first',
  why: s`Cookies of one name with different ${'Domain'} or ${'Path'} are two cookies, and both go along: longer paths first, then older ones. Servers read one of them, most the first.`,
  links: [rfc('5.8.3'), rfc('8.6')],
  applies: ({ failure }) => failure.exchange.cookies.length > 1,
  check: (one) =>
    one.suspects
      .filter(({ cause }) => cause === 'shadowed')
      .flatMap((suspect) => {
        const pair = pairOf(suspect, one);
        return pair === null ? [] : [foundFor(suspect, pair, one)];
      }),
});

interface Pair {
  readonly first: StoredCookie;
  readonly second: StoredCookie;
}

function pairOf({ name }: Suspect, { failure: { exchange } }: FailureCase): Pair | null {
  const [first, second] = exchange.cookies.filter((sent: SentCookie) => sent.name === name);
  return first?.cookie == null || second?.cookie == null ? null : { first: first.cookie, second: second.cookie };
}

/** The one that a sign-in set is wanted, else the second: servers read the first, and it was not taken. */
function stale({ first, second }: Pair, one: FailureCase): StoredCookie {
  const isOfSignIn = (cookie: StoredCookie): boolean => {
    const setter = setterOf(cookie, one);
    return setter !== null && one.scene.attemptOf(setter.exchange) !== null;
  };
  return isOfSignIn(first) && !isOfSignIn(second) ? second : first;
}

const setterOf = (cookie: StoredCookie, { failure, scene }: FailureCase) =>
  scene.events.setterOf(failure.site, cookie, failure.exchange.sent.seq);

/** Whether two hosts gave them, each its own: to delete either would sign out there. */
function areOfTwo({ first, second }: Pair, one: FailureCase): boolean {
  const hosts = [first, second].map((cookie) => urlParts(setterOf(cookie, one)?.exchange.url ?? '')?.host);
  return hosts.every((host) => host !== undefined) && hosts[0] !== hosts[1];
}

function foundFor(suspect: Suspect, pair: Pair, one: FailureCase) {
  const { failure, scene } = one;
  const inTheWay = stale(pair, one);
  const areApart = areOfTwo(pair, one);
  return ofSuspect(suspect, one, {
    title: s`Two cookies of one name: the wrong one first`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: two ${suspect.name} went along, and the first is not the one that counts`,
    brief: s`another of its name before it`,
    why: s`${suspect.name} with ${scopeOf(pair.first)} goes before ${suspect.name} with ${scopeOf(pair.second)}. A server that reads the first knows nothing of the second.`,
    more: [
      observedJoin(
        s`${requestText(failure.exchange)} carried ${suspect.name} with ${scopeOf(pair.first)}, then ${suspect.name} with ${scopeOf(pair.second)}.`,
      ),
      predictedJoin(s`That the server read the first follows from its answer: some read the last.`),
    ],
    remedy: () => ({
      ...remedyFor(
        byAction(
          'delete-cookie',
          areApart
            ? s`Give the two different names, for each host has one of its own. Until then the one with ${scopeOf(inTheWay)} is in the way, and deleting it signs out where it came from.`
            : s`Delete the one in the way, with ${scopeOf(inTheWay)}, and set ${suspect.name} with one ${'Domain'} and ${'Path'} everywhere; or give the two different names.`,
        ),
        { ...suspect, key: null },
        scene,
        true,
      ),
      code: [`Set-Cookie: ${text(deletionOf(inTheWay))}`],
    }),
  });
}

/** "Domain=shop.example; Path=/", or "no Domain (www.shop.example alone); Path=/". */
const scopeOf = ({ domain, hostOnly, path }: StoredCookie): Sentence =>
  hostOnly ? s`no ${'Domain'} (${domain} alone) and ${`Path=${path}`}` : s`${`Domain=${domain}`} and ${`Path=${path}`}`;

const OLD = 'sid=9f2c71d0a4e85b3631d4d96e407aad42';
const NEW = 'sid=31d4d96e407aad42f3c1b7a09e5d8c26';

export const examples = (): IncidentExamples => [
  {
    title: 'an older session for the whole domain goes first after the sign-in',
    steps: [
      { ask: 'GET https://www.shop.example/', sets: [`${OLD}; Domain=shop.example; Path=/; Secure; HttpOnly`] },
      {
        ask: 'POST https://www.shop.example/login',
        from: 'https://www.shop.example',
        fields: { user: 'a', password: 'b' },
        sets: [`${NEW}; Path=/; Secure; HttpOnly`],
        status: 302,
        answers: { location: '/account' },
      },
      {
        ask: 'GET https://www.shop.example/account',
        from: 'https://www.shop.example',
        status: 302,
        answers: { location: '/login' },
      },
    ],
    expect: { cookie: 'sid', cause: 'shadowed' },
  },
  {
    title: 'a token of a longer path hides the one of the form',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['csrftoken=9f2c71d0a4e85b3631d4d96e407aad42; Path=/; Secure'] },
      {
        ask: 'GET https://shop.example/app/form',
        from: 'https://shop.example',
        sets: ['csrftoken=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/app; Secure'],
      },
      {
        ask: 'POST https://shop.example/app/save',
        from: 'https://shop.example',
        fields: { csrfmiddlewaretoken: '9f2c71d0a4e85b3631d4d96e407aad42' },
        status: 403,
      },
    ],
    expect: { cookie: 'csrftoken', cause: 'shadowed' },
  },
  {
    title: 'two cookies of one name go along and the page is served',
    steps: [
      { ask: 'GET https://www.shop.example/', sets: [`${OLD}; Domain=shop.example; Path=/; Secure; HttpOnly`] },
      { ask: 'GET https://www.shop.example/app', from: 'https://www.shop.example', sets: [`${NEW}; Path=/; Secure; HttpOnly`] },
      { ask: 'GET https://www.shop.example/app/', from: 'https://www.shop.example' },
    ],
    expect: null,
  },
];

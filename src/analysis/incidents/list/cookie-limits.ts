import { byAction } from '../../rules/engine/fix';
import { mdn, rfc } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { familyIn, ofFamily } from '../engine/cookie-family';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { newSuspect } from '../scene/suspect';

/** Servers refuse a header from here on unless told otherwise: nginx and Tomcat from 8 kB, others from 4. */
const LARGE = 7000;
const LARGE_FOR_431 = 3000;

export const cookieLimits = defineKind({
  id: 'cookie-limits',
  name: 'Refused for its size, thrown out, or the header too large',
  why: s`Browsers keep cookies of 4,096 octets at most and only so many of a site; servers refuse a Cookie header that is too long. What is lost so depends on what else is in the jar, and therefore on the visitor.`,
  links: [rfc('6.1'), mdn('431 Request Header Fields Too Large', 'Reference/Status/431')],
  applies: ({ failure }) => failure.consequence.kind !== 'cors',
  check: (one) => [...headerTooLarge(one), ...lost(one)],
});

/** A header that the server refuses, with the largest cookie in it. */
function headerTooLarge(one: FailureCase): readonly Found[] {
  const { failure, scene } = one;
  const { exchange, consequence } = failure;
  if (consequence.kind !== 'status') return [];
  const octets = exchange.sent.cookie?.length ?? 0;
  const { status } = consequence;
  const isSaid = status === 431 || status === 494;
  if (!(isSaid && octets >= LARGE_FOR_431) && !(status === 400 && octets >= LARGE)) return [];
  const [largest] = [...exchange.cookies].sort((a, b) => b.value.length - a.value.length);
  if (largest === undefined) return [];
  const key = largest.cookie === null ? null : cookieKey(largest.cookie);
  const suspect = newSuspect({
    cause: 'too-large',
    name: largest.name,
    key,
    role: key === null ? scene.roleByName(largest.name) : scene.roleOf(key),
    cookie: largest.cookie,
    source: largest.cookie === null ? null : scene.events.setterOf(failure.site, largest.cookie, exchange.sent.seq),
  });
  const family = familyIn(exchange);
  if (family !== null) return [ofFamily(family, suspect, one)];
  const words = s`The Cookie header has ${octets} octets in ${exchange.cookies.length} cookies; ${largest.name} is the largest with ${largest.value.length}.`;
  const found = ofSuspect(suspect, one, {
    title: s`The server refuses the Cookie header for its size`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: its cookies are too large, ${largest.name} above all`,
    brief: s`${largest.value.length} of ${octets} octets`,
    why: words,
    rivals: isSaid ? [] : [s`something else in the request`],
    remedy: () => remedyFor(less(), suspect, scene),
  });
  return [{ ...found, joins: [observedJoin(words), observedJoin(s`${requestText(exchange)} ${consequenceClause(failure)}.`)] }];
}

/** Cookies that browsers threw out or did not take for want of room. */
function lost(one: FailureCase): readonly Found[] {
  const { failure, suspects, scene } = one;
  const own = suspects.filter(
    ({ cause, reason }) => cause === 'evicted' || reason === 'syntax-pair-too-long' || reason === 'limit-secure-only-left',
  );
  return own.slice(0, 2).map((suspect) =>
    ofSuspect(suspect, one, {
      title: suspect.cause === 'evicted' ? s`A cookie that was needed was thrown out` : s`A cookie that was needed is too large`,
      heading:
        suspect.cause === 'evicted'
          ? s`${requestOf(failure)} ${consequenceClause(failure)}: the browser had thrown ${suspect.name} out`
          : s`${requestOf(failure)} ${consequenceClause(failure)}: ${suspect.name} is too large to be stored`,
      why:
        suspect.cause === 'evicted'
          ? s`The site sets more cookies than the browser keeps. It throws out those that were used longest ago, ${suspect.name} among them.`
          : s`Name and value together may have 4,096 octets. The browser does not store a longer cookie, and says nothing to the server.`,
      remedy: () => remedyFor(suspect.cause === 'evicted' ? less() : shorter(), suspect, scene),
    }),
  );
}

const less = () =>
  byAction(
    null,
    s`Set fewer and smaller cookies: keep data on the server and an id in the cookie, narrow ${'Path'}, leave ${'Domain'} out, and delete what is no longer used.`,
  );

const shorter = () =>
  byAction(
    null,
    s`Keep the data on the server and only an id in the cookie, leave claims and groups out of the token, or cut it into several cookies of less than 4,096 octets each.`,
  );

const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `pref${at}=${'v'.repeat(2000)}; Path=/; Secure`);

export const examples = (): IncidentExamples => [
  {
    title: 'five large cookies and 431',
    steps: [
      { ask: 'GET https://shop.example/', sets: [...many(4), `cart=${'7'.repeat(3000)}; Path=/; Secure`] },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example', status: 431 },
    ],
    expect: { cookie: 'cart', cause: 'too-large' },
  },
  {
    title: 'the session was thrown out for want of room',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly'],
      },
      {
        ask: 'GET https://shop.example/',
        from: 'https://shop.example',
        evicts: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly'],
      },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example', status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'sid', cause: 'evicted' },
  },
  {
    title: 'a session of 5,000 octets is never stored',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`session=${'k3Jw9xQ1'.repeat(625)}; Path=/; Secure; HttpOnly`],
        status: 302,
        answers: { location: '/account' },
      },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example', status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'session', cause: 'rejected' },
  },
  {
    title: '400 to a form with small cookies',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['theme=dark; Path=/; Secure'] },
      { ask: 'POST https://shop.example/order', from: 'https://shop.example', status: 400 },
    ],
    expect: null,
  },
];

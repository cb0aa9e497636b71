import { siteOf } from '../../engine/site/schemeful';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange } from '../../replay/rows/exchange';
import { rfc } from '../../rules/engine/link';
import { s } from '../../rules/engine/sentence';
import { causeSentence, consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, type FailureCase, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import type { Join } from '../engine/incident';
import { observedJoin } from '../engine/joins';
import type { Suspect } from '../scene/suspect';

export const schemeChange = defineKind({
  id: 'scheme-change',
  name: 'http and https',
  why: s`Browsers keep ${'Secure'} cookies from plain http: they do not send them, do not take them, and do not let a plain one overwrite them. To ${'SameSite'}, http and https of one name are two sites.`,
  links: [rfc('5.7'), rfc('5.2')],
  applies: ({ failure }) => failure.consequence.kind !== 'cors',
  check: (one) =>
    one.suspects
      .filter((suspect) => isOfScheme(suspect, one))
      .slice(0, 2)
      .map((suspect) =>
        ofSuspect(suspect, one, {
          title: s`${'http'} and ${'https'}: a cookie stays behind`,
          heading: s`${requestOf(one.failure)} ${consequenceClause(one.failure)}: ${suspect.name} ${[WORDS[suspect.reason ?? ''] ?? 'does not go from http to https']}`,
          why: causeSentence(suspect, one.failure),
          more: hsts(one),
        }),
      ),
});

const WORDS: Readonly<Record<string, string>> = {
  'secure-insecure-request': 'does not go over plain http',
  'secure-insecure-origin': 'was refused over plain http',
  'overwrite-secure': 'could not be set over plain http, for a Secure one guards its name',
};

function isOfScheme({ reason }: Suspect, { failure }: FailureCase): boolean {
  if (reason === null) return false;
  return reason in WORDS || (reason.startsWith('same-site-') && isOtherScheme(failure.exchange));
}

/** Whether the page that asked is of the same name by the other scheme. */
function isOtherScheme({ sent, url }: Exchange): boolean {
  const [from, to] = [sent.initiator === null ? null : siteOf(sent.initiator), siteOf(url)];
  return from !== null && to !== null && from.domain === to.domain && from.scheme !== to.scheme;
}

/** That no answer told the browser to use https. */
function hsts({ failure: { host }, scene }: FailureCase): readonly Join[] {
  const own = scene.exchanges.filter(
    ({ url, received }) => received !== null && urlParts(url)?.host === host && url.startsWith('https:'),
  );
  const sendsHsts = own.some(({ received }) => received?.headers.some(({ name }) => name === 'strict-transport-security'));
  return own.length > 0 && !sendsHsts
    ? [observedJoin(s`No answer of ${host} had ${'Strict-Transport-Security'}, so that browsers still ask it over http.`)]
    : [];
}

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const LOGIN = { fields: { user: 'a', password: 'b' }, status: 302 } as const;

export const examples = (): IncidentExamples => [
  {
    title: 'the application redirects to http after the sign-in',
    steps: [
      {
        ...LOGIN,
        ask: 'POST https://shop.example/login',
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
        answers: { location: 'http://shop.example/account' },
      },
      { ask: 'GET http://shop.example/account', isRedirect: true, status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'a Secure cookie is set over http',
    steps: [
      {
        ...LOGIN,
        ask: 'POST http://shop.example/login',
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
        answers: { location: '/account' },
      },
      { ask: 'GET http://shop.example/account', isRedirect: true, status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'sid', cause: 'rejected' },
  },
  {
    title: 'the Secure session of the production server guards its name at a server without TLS',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Domain=shop.example; Path=/; Secure; HttpOnly`] },
      {
        ...LOGIN,
        ask: 'POST http://dev.shop.example/login',
        sets: ['sid=9f2c71d0a4e85b3631d4d96e407aad42; Domain=shop.example; Path=/; HttpOnly'],
        answers: { location: '/account' },
      },
      { ask: 'GET http://dev.shop.example/account', isRedirect: true, status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'sid', cause: 'rejected' },
  },
  {
    title: 'http is redirected to https, where the cookie goes along',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET http://shop.example/account', status: 301, answers: { location: 'https://shop.example/account' } },
      { ask: 'GET https://shop.example/account', isRedirect: true },
    ],
    expect: null,
  },
];

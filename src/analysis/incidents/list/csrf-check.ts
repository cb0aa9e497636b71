import type { Bytes } from '../../engine/base/units';
import { readLine } from '../../engine/header/read-line';
import { byAction } from '../../rules/engine/fix';
import { asvs } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import { REFUSALS_OF_FORGERY } from '../../session/csrf/refusals';
import { addressOf, saysSecondFactor } from '../../session/requests/address';
import { brief, causeSentence, consequenceClause, requestOf } from '../engine/cause-words';
import { otherName } from '../engine/csrf-name';
import { madeForStranger } from '../engine/csrf-page';
import { besidePath } from '../engine/csrf-path';
import { neverCame, replacedSince } from '../engine/csrf-session';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { isReturn } from '../scene/returning';
import { type Cause, newSuspect, type Suspect } from '../scene/suspect';
import { isTokenOf, tokenOf } from '../scene/token-of';

export const csrfCheck = defineKind({
  id: 'csrf-check',
  name: 'The check against forged requests fails',
  why: s`A form or script proves that it is the site’s own by a token that another site cannot know: beside a cookie of the same value, or beside the session it is kept in. Where one half is missing, old or another’s, the server refuses.`,
  links: [
    asvs('3.5.1'),
    {
      label: 'OWASP: CSRF prevention',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
  applies: ({ failure: { exchange, consequence }, scene }) =>
    !/^(?:GET|HEAD)$/.test(exchange.sent.method) &&
    (consequence.kind === 'to-error' || (consequence.kind === 'status' && REFUSALS_OF_FORGERY.has(consequence.status))) &&
    !isReturn(exchange, scene),
  check: (one) =>
    missing(one) ?? unreadable(one) ?? ofOtherPath(one) ?? stale(one) ?? sessionGone(one) ?? otherSession(one) ?? [],
});

/** The token's cookie did not come. */
function missing(one: FailureCase): readonly Found[] | null {
  const [first] = one.suspects.filter(({ role, cause }) => role.role === 'csrf-token' && cause !== 'shadowed');
  return first === undefined ? null : [foundFor(first, one, { why: causeSentence(first, one.failure) })];
}

/** Cookies that scripts are meant to copy into a header. `_csrf` holds a secret of the server and is none of them. */
const FOR_SCRIPTS = /^(?:xsrf-?token|csrf-?token|csrf_token|csrftoken|_?xsrf|x-?csrf-?token|ct0)$/i;

/** It came, and the script could not copy it: HttpOnly, or another host's. */
function unreadable(one: FailureCase): readonly Found[] | null {
  const { exchange, host } = one.failure;
  if (exchange.sent.type !== 'fetch' || tokenOf(exchange) !== null || !isRefusedForToken(one)) return null;
  const page = exchange.sent.initiator?.replace(/^[a-z]+:\/\/|:\d+$/g, '') ?? host;
  for (const { name, value, cookie: stored } of exchange.cookies) {
    const cookie = FOR_SCRIPTS.test(name) ? (stored ?? asWritten(name, value, one)) : null;
    if (cookie === null) continue;
    const isElsewhere = cookie.hostOnly && cookie.domain !== page;
    if (!cookie.httpOnly && !isElsewhere) continue;
    const suspect = carried(one, name, 'unreadable');
    const words = cookie.httpOnly
      ? s`${name} is ${'HttpOnly'}: the script cannot read it, and sends no token.`
      : s`${name} is for ${cookie.domain} alone: a page of ${page} cannot read it, and sends no token.`;
    const fix = cookie.httpOnly
      ? s`Leave ${'HttpOnly'} out of ${name}: it is there for scripts, and is no session. Or give the token in the page.`
      : s`Set ${name} with the ${'Domain'} that both hosts share, or give the token in the body of an answer.`;
    return [
      foundFor(suspect, one, {
        why: words,
        brief: cookie.httpOnly ? s`unreadable for the page: ${'HttpOnly'}` : s`unreadable for the page: another host’s`,
        more: observedJoin(s`${requestText(exchange)} carried no token in a header or field.`),
        remedy: () => remedyFor(byAction(null, fix), suspect, one.scene),
      }),
    ];
  }
  return null;
}

/** It came, and the page lies beside its path. */
function ofOtherPath(one: FailureCase): readonly Found[] | null {
  const found = isRefusedForToken(one) ? besidePath(one) : null;
  return found === null ? null : [foundFor(found.suspect, one, found)];
}

/** What the line says that gave this value, where the jar was not seen to take it; null = none was recorded. */
function asWritten(name: Bytes, value: Bytes, { failure: { exchange, site }, scene }: FailureCase) {
  for (const event of scene.events.before(site, name, exchange.sent.seq)) {
    if (event.kind !== 'line' || event.line.parsed.value !== value) continue;
    const { domain, hostOnly } = event.line.target;
    return { domain, hostOnly, httpOnly: readLine(event.line.line).httpOnly };
  }
  return null;
}

const isRefusedForToken = ({ failure: { consequence } }: FailureCase): boolean =>
  consequence.kind === 'status' && [400, 403, 419].includes(consequence.status);

/** It came, and the token is made of an older value, or of another cookie of that name. */
function stale(one: FailureCase): readonly Found[] | null {
  const { failure, scene } = one;
  const token = tokenOf(failure.exchange);
  if (token === null) return null;
  for (const { name, value, cookie } of failure.exchange.cookies) {
    if (cookie === null || isTokenOf(token, value, scene) !== false) continue;
    const life = scene.sessions.lives.all.get(cookieKey(cookie));
    const older = life?.spans.find((span) => span.value !== value && isTokenOf(token, span.value, scene) === true);
    const elsewhere = scene
      .livesNamed(name)
      .find((each) => each !== life && each.spans.some((span) => isTokenOf(token, span.value, scene) === true));
    if (older === undefined && elsewhere === undefined) continue;
    const suspect = carried(one, name, elsewhere === undefined || older !== undefined ? 'stale' : 'shadowed');
    const words =
      older !== undefined
        ? s`The token is the one of an earlier ${name}: the page was loaded before ${name} changed, as at a sign-in.`
        : s`The token is made of ${name} of ${elsewhere?.domain ?? ''}, and the cookie that went along is that of ${cookie.domain}.`;
    return [
      foundFor(suspect, one, {
        why: words,
        brief: older !== undefined ? s`newer than the token` : s`another host’s token`,
        more: observedJoin(
          s`The digest of the token is that of ${older !== undefined ? ['an earlier value'] : ['another cookie']} of ${name}.`,
        ),
        remedy: () =>
          remedyFor(
            byAction(
              'csrf-token',
              older !== undefined
                ? s`Load the page, or its token, again after ${name} changes; let other tabs fetch the token when they send.`
                : s`Use one name a host, or one ${'Domain'} for both.`,
            ),
            suspect,
            scene,
          ),
      }),
    ];
  }
  return null;
}

/** The token is kept in a session that did not come. */
function sessionGone(one: FailureCase): readonly Found[] | null {
  const { failure, suspects } = one;
  if (tokenOf(failure.exchange) === null) return null;
  const [first] = suspects.filter(({ role, cause }) => role.role === 'session-id' && cause !== 'deleted' && cause !== 'shadowed');
  return first === undefined
    ? null
    : [
        foundFor(first, one, {
          why: s`${causeSentence(first, failure)} The token of the form is kept in that session: without it there is nothing to compare with.`,
        }),
      ];
}

/** The token belongs to another session than the one that went along, or to none. */
function otherSession(one: FailureCase): readonly Found[] | null {
  // What is called a token there is the code that was typed.
  const address = addressOf(one.failure.exchange.url);
  if (address !== null && saysSecondFactor(address) && tokenOf(one.failure.exchange)?.where === 'field') return null;
  const found = otherName(one) ?? madeForStranger(one) ?? replacedSince(one);
  if (found !== null) return [foundFor(found.suspect, one, found)];
  const absent = neverCame(one);
  if (absent === null) return null;
  const { failure } = one;
  const heading = s`${requestOf(failure)} ${consequenceClause(failure)}: no session came with its token`;
  return [{ ...foundFor(absent.suspect, one, absent), heading }];
}

interface Words extends Partial<Pick<Found, 'brief' | 'remedy'>> {
  readonly why: Sentence;
  readonly more?: ReturnType<typeof observedJoin>;
}

function foundFor(suspect: Suspect, one: FailureCase, { more, ...words }: Words): Found {
  return ofSuspect(suspect, one, {
    title: s`The check against forged requests fails`,
    heading: s`${requestOf(one.failure)} ${consequenceClause(one.failure)}: ${suspect.name} is ${words.brief ?? brief(suspect)}`,
    ...words,
    ...(more === undefined ? {} : { more: [more] }),
  });
}

function carried({ failure, scene }: FailureCase, name: Bytes, cause: Cause): Suspect {
  const cookie = failure.exchange.cookies.find((each) => each.name === name)?.cookie ?? null;
  return newSuspect({
    cause,
    name,
    key: cookie === null ? null : cookieKey(cookie),
    role: cookie === null ? scene.roleByName(name) : scene.roleOf(cookieKey(cookie)),
    cookie,
    source: cookie === null ? null : scene.events.setterOf(failure.site, cookie, failure.exchange.sent.seq),
  });
}

const T = '31d4d96e407aad42f3c1b7a09e5d8c26';
const NEW = '9f2c71d0a4e85b3631d4d96e407aad42';
const FROM = { from: 'https://shop.example' } as const;

export const examples = (): IncidentExamples => [
  {
    title: 'the token’s cookie is for another path',
    steps: [
      { ask: 'GET https://shop.example/form/new', sets: [`csrftoken=${T}; Path=/form; Secure`] },
      { ...FROM, ask: 'POST https://shop.example/save', fields: { csrfmiddlewaretoken: T }, status: 403 },
    ],
    expect: { cookie: 'csrftoken', cause: 'withheld' },
  },
  {
    title: 'the script cannot read the token: HttpOnly',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`XSRF-TOKEN=${T}; Path=/; Secure; HttpOnly; SameSite=Lax`] },
      { ...FROM, ask: 'POST https://shop.example/api/save', as: 'fetch', fields: { item: '1' }, status: 403 },
    ],
    expect: { cookie: 'XSRF-TOKEN', cause: 'unreadable' },
  },
  {
    title: 'the script cannot read the token: the page lies beside its path',
    steps: [
      { ask: 'GET https://shop.example/auth/login', sets: [`csrftoken=${T}; Path=/auth; Secure; SameSite=Lax`] },
      { ...FROM, ask: 'GET https://shop.example/cart' },
      { ...FROM, ask: 'POST https://shop.example/auth/refresh', as: 'fetch', status: 403 },
    ],
    expect: { cookie: 'csrftoken', cause: 'unreadable' },
  },
  {
    title: 'the form was loaded before the sign-in gave another token',
    steps: [
      { ask: 'GET https://shop.example/form', sets: [`csrftoken=${T}; Path=/; Secure; SameSite=Lax`] },
      {
        ...FROM,
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b', csrfmiddlewaretoken: T },
        sets: [`csrftoken=${NEW}; Path=/; Secure; SameSite=Lax`],
        status: 302,
        answers: { location: '/' },
      },
      { ...FROM, ask: 'POST https://shop.example/save', fields: { csrfmiddlewaretoken: T }, status: 403 },
    ],
    expect: { cookie: 'csrftoken', cause: 'stale' },
  },
  {
    title: 'a visitor may not do something: token and cookie are equal',
    steps: [
      { ask: 'GET https://shop.example/form', sets: [`csrftoken=${T}; Path=/; Secure; SameSite=Lax`] },
      { ...FROM, ask: 'POST https://shop.example/admin', fields: { csrfmiddlewaretoken: T }, status: 403 },
    ],
    expect: null,
  },
];

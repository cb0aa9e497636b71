import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { rfc } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { outcomeOf } from '../../rules/subject/cookie-record';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { remedyFor } from '../engine/remedy';
import { isSame, leavesCookie } from '../scene/cookie-events';
import { isReturn } from '../scene/returning';
import type { Suspect } from '../scene/suspect';

export const deletedMeanwhile = defineKind({
  id: 'deleted-meanwhile',
  name: 'A cookie is deleted while it is needed',
  why: s`Lines count in their order, and for every page of the site: a deletion after the line that sets a cookie of the same ${'Domain'} and ${'Path'} takes it away again, and so does the answer to a request in another tab or frame while a form is open.`,
  links: [rfc('5.7')],
  applies: ({ failure: { consequence } }) => consequence.kind !== 'cors' && consequence.kind !== 'still-signed-in',
  check: (one) => {
    const deleted = one.suspects.filter(({ cause, lostAt }) => cause === 'deleted' && lostAt?.kind === 'line');
    const found = deleted.flatMap((suspect) => inSameAnswer(suspect, one) ?? aside(suspect, one) ?? []);
    return found.slice(0, 1);
  },
});

/** The answer that set it deletes it, by a line further on. */
function inSameAnswer(suspect: Suspect, one: FailureCase): Found | null {
  const { failure, scene } = one;
  const { lostAt, name } = suspect;
  if (lostAt?.kind !== 'line') return null;
  const { exchange } = lostAt;
  const set = exchange.lines.find(
    (line) =>
      !line.deletes && line.index < lostAt.line.index && leavesCookie(outcomeOf(line)) && isSame(line.target, lostAt.line.target),
  );
  if (set === undefined) return null;
  return ofSuspect({ ...suspect, source: { exchange, line: set } }, one, {
    title: s`An answer deletes the cookie that it sets`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: the answer to ${requestText(exchange)} set ${name} and deleted it again`,
    brief: s`deleted by the answer that set it`,
    why: s`Two lines of the answer to ${requestText(exchange)} are for the same ${name}: the first sets it, the second deletes it. The last one counts.`,
    remedy: () =>
      remedyFor(
        byAction(
          null,
          s`Leave the deletion of ${name} out where the same ${'Domain'} and ${'Path'} are set, or write it before the line that sets ${name}. ${'Domain=localhost'} and no ${'Domain'} are the same cookie to browsers.`,
        ),
        suspect,
        scene,
      ),
  });
}

/** Something else deleted it between the page with the form and what the form sent. */
function aside(suspect: Suspect, one: FailureCase): Found | null {
  const { failure, scene } = one;
  const { lostAt, name } = suspect;
  if (lostAt?.kind !== 'line' || !(isFormSent(failure.exchange) || isReturn(failure.exchange, scene))) return null;
  const { exchange } = lostAt;
  const form = pageBefore(one, exchange);
  const isOfUser = scene.signOuts.includes(exchange) || exchange.request === failure.exchange.request;
  // An answer that refuses somebody deletes what is no longer worth anything.
  if (form === null || isOfUser || exchange.status === 401 || exchange.status === 403) return null;
  return ofSuspect(suspect, one, {
    title: s`A cookie is deleted while a form is open`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${name} was deleted by ${requestText(exchange)} meanwhile`,
    brief: s`deleted by another request meanwhile`,
    why: s`${requestText(form)} was open with ${name} when the answer to ${requestText(exchange)}, ${[placeOf(exchange)]}, deleted it. What the page then sent came without.`,
    remedy: () =>
      remedyFor(
        byAction(
          null,
          scene.attemptOf(exchange) !== null
            ? s`Give a new ${name} where the old one ends: in the answer to ${requestText(exchange)}, or in the next one that the page asks for before it sends anything.`
            : s`Do not delete ${name} in the answer to ${requestText(exchange)}: another page still needs it. Give questions in the background no part in the cookies of a sign-in.`,
        ),
        suspect,
        scene,
      ),
  });
}

const isFormSent = ({ sent }: Exchange): boolean => sent.method === 'POST' && (sent.fields?.length ?? 0) > 0;

/** The page that sent the form, where it was loaded before the deletion and after the cookie was set; null = it was not, or is not known. */
function pageBefore({ failure: { exchange }, scene }: FailureCase, deletion: Exchange): Exchange | null {
  const from = exchange.sent.headers.find(({ name }) => name === 'referer')?.value;
  const page = scene.exchanges.findLast(
    (each) =>
      each.sent.type === 'document' &&
      each.sent.seq < exchange.sent.seq &&
      (from === undefined ? each.sent.tabId === exchange.sent.tabId && each !== deletion : each.url === from),
  );
  return page === undefined || page.sent.seq > deletion.sent.seq ? null : page;
}

const placeOf = ({ sent }: Exchange): string =>
  sent.type === 'subdocument' ? 'in a frame' : sent.type === 'document' ? 'opened after it' : 'asked by a script';

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const FROM = { from: 'https://shop.example' } as const;
const FORM = 'https://shop.example/auth?client_id=app&response_type=code&state=abc';

export const examples = (): IncidentExamples => [
  {
    title: 'a sign-in sets the session and clears old cookies after it',
    steps: [
      {
        ...FROM,
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`, 'sid=; Path=/; Max-Age=0; Secure'],
        status: 302,
        answers: { location: '/account' },
      },
      { ...FROM, ask: 'GET https://shop.example/account', isRedirect: true, status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'sid', cause: 'deleted' },
  },
  {
    title: 'a question in the background deletes the session of a sign-in page that is open',
    steps: [
      { ask: `GET ${FORM}`, sets: [`AUTH_SESSION_ID=${ID}; Path=/; Secure; HttpOnly`] },
      {
        ask: `GET ${FORM}&prompt=none`,
        sets: ['AUTH_SESSION_ID=; Path=/; Max-Age=0; Secure'],
        status: 302,
        answers: { location: 'https://app.example/silent?error=login_required' },
      },
      {
        ...FROM,
        ask: 'POST https://shop.example/authenticate',
        headers: { referer: FORM },
        fields: { username: 'a', password: 'b' },
        status: 400,
      },
    ],
    expect: { cookie: 'AUTH_SESSION_ID', cause: 'deleted' },
  },
  {
    title: 'the session has ended: the answer that refuses it deletes it',
    steps: [
      {
        ...FROM,
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure`],
      },
      { ...FROM, ask: 'GET https://shop.example/account' },
      {
        ...FROM,
        ask: 'GET https://shop.example/api/me',
        as: 'fetch',
        after: 4000,
        status: 401,
        sets: ['sid=; Path=/; Max-Age=0; Secure'],
      },
      { ...FROM, ask: 'GET https://shop.example/account', status: 302, answers: { location: '/login' } },
    ],
    expect: null,
  },
];

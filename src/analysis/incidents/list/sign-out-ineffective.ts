import type { Exchange, SetLine } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { asvs, wstg } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { outcomeOf } from '../../rules/subject/cookie-record';
import { cookieKey } from '../../session/cookies/cookie-key';
import { bareName } from '../../session/roles/names/known-names';
import { consequenceClause, reasonBrief } from '../engine/cause-words';
import { consequenceStation, plainStation, setStation } from '../engine/chain';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { FRONT_CHANNEL, REFUSED, SERVED, SID, SIGNED_IN } from '../engine/example-visit';
import { frontChannelWithoutCookie } from '../engine/front-channel';
import { observedJoin } from '../engine/joins';
import { remedyFor, remedyOfSuspect } from '../engine/remedy';
import type { SignOutFailure } from '../scene/sign-out-failures';
import { newSuspect, type Suspect } from '../scene/suspect';

export const signOutIneffective = defineKind({
  id: 'sign-out-ineffective',
  name: 'Sign-out does not sign out',
  why: s`To sign out, the server ends the session and deletes its cookie. A deletion counts only with the ${'Domain'}, ${'Path'} and ${'Partitioned'} of the cookie, and with what its prefix demands; and whoever still has the cookie is still signed in where the server did not end the session.`,
  links: [asvs('7.4.1'), wstg('06')],
  applies: ({ failure }) => isOfSignOut(failure),
  check: (one) => (isOfSignOut(one.failure) ? [frontChannelWithoutCookie(one.failure, one) ?? foundFor(one.failure, one)] : []),
});

const isOfSignOut = (failure: FailureCase['failure']): failure is SignOutFailure => 'out' in failure;

function foundFor(failure: SignOutFailure, one: FailureCase): Found {
  const { out, carried, consequence, exchange } = failure;
  const deletion = deletionIn(failure);
  const key = carried.cookie === null ? null : cookieKey(carried.cookie);
  const suspect = newSuspect({
    cause: 'not-deleted',
    name: carried.name,
    key,
    role: key === null ? one.scene.roleByName(carried.name) : one.scene.roleOf(key),
    reason: deletion?.line.predicted.reasons[0] ?? null,
    basis: deletion === null || deletion.line.observed.outcome !== 'not-observed' ? 'observed' : 'predicted',
    cookie: carried.cookie,
    source: deletion,
  });
  const [first] = out;
  const request = first === undefined ? '' : requestText(first);
  const isAgain = consequence.kind === 'signed-in-again';
  const why = whyNot(suspect, deletion, { request, isAgain, exchange });
  const found = ofSuspect(suspect, one, {
    title: s`Sign-out does not sign out`,
    heading: isAgain
      ? s`Sign-out does not sign out: ${carried.name} signs in again at ${requestText(exchange)}`
      : s`Sign-out does not sign out: ${carried.name} is ${briefOf(deletion)}, and ${requestText(exchange)} ${consequenceClause(failure)}`,
    brief: isAgain ? s`signs in again` : briefOf(deletion),
    why,
    rivals: failure.isSure ? [] : [s`${requestText(exchange)} may be the same for everybody`],
    remedy: () =>
      (deletion === null ? null : remedyOfSuspect(suspect, { exchange: failure.exchange, isNeeded: true }, one.scene)) ??
      remedyFor(rightName(failure) ?? endSession(carried.name, isAgain), suspect, one.scene),
  });
  return {
    ...found,
    joins: [
      observedJoin(s`${request} asked to sign out.`),
      { basis: suspect.basis, text: why },
      observedJoin(
        s`${requestText(exchange)} carried ${carried.name} with the value from before, and ${consequenceClause(failure)}.`,
      ),
    ],
    chain: [
      ...(first === undefined ? [] : [plainStation(first, 'set', s`${request} with ${carried.name}`)]),
      ...(deletion === null
        ? []
        : [setStation(deletion.exchange, deletion.line, 'cause', s`${carried.name} ${briefOf(deletion)}`)]),
      plainStation(exchange, deletion === null ? 'cause' : 'lost', s`${requestText(exchange)} with ${carried.name}`),
      consequenceStation(failure),
    ],
  };
}

interface Deletion {
  readonly exchange: Exchange;
  readonly line: SetLine;
}

/** The line that should have deleted it and did not; null = there was none. */
function deletionIn({ out, carried }: SignOutFailure): Deletion | null {
  for (const exchange of out) {
    const line = exchange.lines.find(({ parsed, deletes }) => deletes && parsed.name === carried.name);
    if (line !== undefined && outcomeOf(line) !== 'deleted') return { exchange, line };
  }
  return null;
}

/** The name that the deletion should have had; null = it is not the name that is wrong. */
function rightName({ out, carried: { name } }: SignOutFailure) {
  const deleted = out
    .flatMap(({ lines }) => lines)
    .find(({ parsed, deletes }) => deletes && parsed.name !== name && bareName(parsed.name) === bareName(name))?.parsed.name;
  return deleted === undefined
    ? null
    : byAction('delete-cookie', s`Delete ${name}, with its prefix and what that demands: ${deleted} is another cookie.`);
}

function briefOf(deletion: Deletion | null): Sentence {
  if (deletion === null) return s`not deleted, and alive on the server`;
  const { line } = deletion;
  if (outcomeOf(line) === 'rejected') return s`not deleted: ${reasonBrief(line.predicted.reasons[0] ?? null)}`;
  const [stays] = line.stays;
  if (stays === undefined) return s`not deleted`;
  if (stays.partition !== line.target.partition && (stays.partition === null || line.target.partition === null))
    return s`not deleted: other partition`;
  if (stays.domain !== line.target.domain || stays.hostOnly !== line.target.hostOnly) return s`not deleted: other ${'Domain'}`;
  return s`not deleted: other ${'Path'}`;
}

interface About {
  readonly request: string;
  readonly isAgain: boolean;
  readonly exchange: Exchange;
}

function whyNot({ name }: Suspect, deletion: Deletion | null, { request, isAgain, exchange }: About): Sentence {
  if (isAgain)
    return s`${request} ended the session, and ${name} went along with ${requestText(exchange)}, which signed in without asking.`;
  if (deletion === null) return s`The answer to ${request} did not delete ${name}, and the server takes it as before.`;
  const { line } = deletion;
  const [stays] = line.stays;
  if (outcomeOf(line) === 'rejected')
    return s`The browser refused the line that deletes ${name}: ${reasonBrief(line.predicted.reasons[0] ?? null)}.`;
  return stays === undefined
    ? s`The line that deletes ${name} deleted nothing.`
    : s`The line that deletes ${name} names ${line.target.domain} and ${`Path=${line.target.path}`}; the cookie is for ${stays.domain} and ${`Path=${stays.path}`}${[stays.partition === null ? '' : ', in a partition']}. That is another cookie, and it stays.`;
}

const endSession = (name: string, isAgain: boolean) =>
  isAgain
    ? byAction(
        'delete-cookie',
        s`Delete ${name} at the sign-out too, and end what it stands for on the server. If it is the other site’s session, sign out there as well (RP-initiated logout).`,
      )
    : byAction('end-session', s`End the session on the server at the sign-out, then delete ${name}.`);

const OTHER = '9f2c71d0a4e85b3631d4d96e407aad42';
const FROM = { from: 'https://shop.example' } as const;
const REMEMBERED = {
  ...SIGNED_IN,
  fields: { user: 'a', password: 'b', remember_me: '1' },
  sets: [`${SID}; Path=/; Secure; HttpOnly`, `remember_me=${OTHER}; Path=/; Max-Age=2592000; Secure; HttpOnly`],
};
const OUT = {
  ...FROM,
  ask: 'GET https://shop.example/logout',
  sets: ['sid=; Path=/; Max-Age=0; Secure'],
  status: 302,
  answers: { location: '/login' },
} as const;
const FORM = {
  ...FROM,
  ask: 'GET https://shop.example/login',
  isRedirect: true,
  sets: [`sid=${OTHER}; Path=/; Secure; HttpOnly`],
} as const;

export const examples = (): IncidentExamples => [
  {
    title: 'the deletion names another path',
    steps: [
      REFUSED,
      SIGNED_IN,
      SERVED,
      {
        ...FROM,
        ask: 'GET https://shop.example/account/logout',
        sets: ['sid=; Path=/account; Max-Age=0; Secure'],
        status: 302,
        answers: { location: '/' },
      },
      SERVED,
    ],
    expect: { cookie: 'sid', cause: 'not-deleted' },
  },
  {
    title: 'nothing is deleted, and the session lives on',
    steps: [
      REFUSED,
      SIGNED_IN,
      SERVED,
      { ...FROM, ask: 'POST https://shop.example/logout', status: 302, answers: { location: '/' } },
      SERVED,
    ],
    expect: { cookie: 'sid', cause: 'not-deleted' },
  },
  {
    title: 'the deletion of a __Host- cookie lacks Secure',
    steps: [
      REFUSED,
      { ...SIGNED_IN, sets: ['__Host-sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly'] },
      SERVED,
      {
        ...FROM,
        ask: 'POST https://shop.example/logout',
        sets: ['__Host-sid=; Path=/; Max-Age=0'],
        status: 302,
        answers: { location: '/' },
      },
      SERVED,
    ],
    expect: { cookie: '__Host-sid', cause: 'not-deleted' },
  },
  {
    title: 'the page to sign in knows who is remembered',
    steps: [REMEMBERED, SERVED, OUT, { ...FORM, status: 302, answers: { location: '/account' } }],
    expect: { cookie: 'remember_me', cause: 'not-deleted' },
  },
  {
    title: 'the cookie that remembers stays, and the page to sign in does not go by it',
    steps: [REMEMBERED, SERVED, OUT, FORM],
    expect: null,
  },
  {
    title: 'another site tells of the sign-out in a frame, into which a Lax cookie does not go',
    steps: [REFUSED, SIGNED_IN, SERVED, FRONT_CHANNEL, SERVED],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'told in a frame, the server ends the session without its cookie',
    steps: [REFUSED, SIGNED_IN, SERVED, FRONT_CHANNEL, REFUSED],
    expect: null,
  },
  {
    title: 'the cookie stays, and the server refuses it',
    steps: [
      REFUSED,
      SIGNED_IN,
      SERVED,
      { ...FROM, ask: 'POST https://shop.example/logout', status: 302, answers: { location: '/' } },
      REFUSED,
    ],
    expect: null,
  },
];

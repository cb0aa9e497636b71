import type { Consequence, Failure } from '../../incidents/scene/failure';
import { s } from '../../rules/engine/sentence';
import type { LookedAt } from '../engine/answer';
import { type AskedRecording, defineQuestion, type QuestionExample } from '../engine/define';
import { lookedAtRequest } from '../engine/failed-request';
import { requestsOf } from '../engine/subject';

export const signedOut = defineQuestion({
  id: 'signed-out',
  text: 'I am signed out after a redirect',
  unit: 'request',
  explains: ({ consequence }) => isSignedOut(consequence),
  places: () => [],
  lookedAt,
  record: s`No request of this recording was sent on to sign in, or refused for want of a session. Open this panel, sign in, and follow the way on which you are signed out.`,
});

/** What shows that a server no longer knows who asks. */
function isSignedOut(consequence: Consequence): boolean {
  switch (consequence.kind) {
    case 'to-sign-in':
    case 'to-error':
    case 'loop':
    case 'new-session':
    case 'form-again':
      return true;
    case 'status':
      return consequence.status === 401 || consequence.status === 440;
    default:
      return false;
  }
}

/** In a request that is asked about, whatever its answer; else in the latest that no cookie explains. */
function lookedAt(asked: AskedRecording): readonly LookedAt[] {
  const { unexplained, scene } = asked.incidents;
  if (asked.subject.row !== null) return [...requestsOf(asked)].flatMap((exchange) => lookedAtRequest(exchange, scene));
  const failure = unexplained.findLast((each: Failure) => isSignedOut(each.consequence));
  return failure === undefined ? [] : lookedAtRequest(failure.exchange, scene);
}

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const SIGNED_IN = { ask: 'POST https://shop.example/login', fields: { user: 'a', password: 'b' } } as const;
const REFUSED = { status: 302, answers: { location: '/login' } } as const;

export const examples = (): readonly QuestionExample[] => [
  {
    title: 'back from another site, and the session is Strict',
    steps: [
      { ...SIGNED_IN, sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Strict`] },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
      { ...REFUSED, ask: 'GET https://shop.example/order', from: 'https://mail.example' },
    ],
    expect: { kind: 'incident', name: 'sid' },
  },
  {
    title: 'the session went along, and the server refuses it all the same',
    steps: [
      { ...SIGNED_IN, sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
      { ...REFUSED, ask: 'GET https://shop.example/order', from: 'https://shop.example' },
    ],
    expect: { kind: 'not-visible', says: 'carried sid' },
  },
  {
    title: 'nobody is signed out',
    steps: [
      { ...SIGNED_IN, sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
    ],
    expect: { kind: 'not-recorded' },
  },
];

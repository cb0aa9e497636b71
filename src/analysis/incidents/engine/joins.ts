import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import type { Role } from '../../session/shared/role-kinds';
import type { Failure } from '../scene/failure';
import type { Scene } from '../scene/scene';
import type { Suspect } from '../scene/suspect';
import { causeSentence, consequenceClause } from './cause-words';
import type { IncidentConfidence, Join } from './incident';

export const observedJoin = (text: Sentence): Join => ({ basis: 'observed', text });
export const predictedJoin = (text: Sentence): Join => ({ basis: 'predicted', text });
export const cannotTellJoin = (text: Sentence): Join => ({ basis: 'cannot-tell', text });

/** What joins a cookie to a failure: that it was there, what became of it, what it is for, and how the request was answered. */
export const joinsOf = (suspect: Suspect, failure: Failure, scene: Scene): readonly Join[] => [
  ...wasThere(suspect, scene),
  { basis: suspect.basis, text: causeSentence(suspect, failure) },
  isFor(suspect),
  consequenceJoin(failure),
];

/** How the request was answered, which was seen. */
export const consequenceJoin = (failure: Failure): Join =>
  observedJoin(s`${requestText(failure.exchange)} ${consequenceClause(failure)}.`);

/** That the cookie was set, where that is not what failed. */
function wasThere({ name, key, cause, source }: Suspect, { sessions }: Scene): readonly Join[] {
  if (cause === 'rejected' || cause === 'dead-on-arrival') return [];
  if (source === null) return [observedJoin(s`${name} was in the jar before the recording set it.`)];
  const life = key === null ? undefined : sessions.lives.all.get(key);
  const wasSeen = source.line.observed.outcome !== 'not-observed' || life?.spans.some(({ sent }) => sent.length > 0) === true;
  const text = s`The answer to ${requestText(source.exchange)} set ${name}.`;
  return [wasSeen ? observedJoin(text) : predictedJoin(text)];
}

const ROLE_WORDS: Partial<Readonly<Record<Role, string>>> = {
  'session-id': 'is the session',
  'auth-token': 'signs the user in',
  'remember-me': 'signs the user in again',
  'device-bound-session': 'is the session',
  'csrf-token': 'is the anti-forgery token',
  'sign-in-transaction': 'belongs to the sign-in through the other site',
};

/** What the cookie is for, and whether that is known. */
function isFor({ name, role: { role, confidence } }: Suspect): Join {
  const words = ROLE_WORDS[role];
  if (words === undefined)
    return predictedJoin(s`What ${name} is for is not known: that the server needs it follows from the answer.`);
  const text = s`${name} ${[words]}.`;
  return confidence === 'low' ? predictedJoin(text) : observedJoin(text);
}

/** @param rivals what else may be the cause, one sentence each */
export const confidenceOf = (joins: readonly Join[], rivals: readonly Sentence[]): IncidentConfidence =>
  rivals.length > 0 ? 'possible' : joins.some(({ basis }) => basis === 'predicted') ? 'likely' : 'certain';

import type { Incident, Incidents } from '../incidents/incidents';
import { type QuestionId, questions } from './all-questions';
import type { Answer, AnswerKind, AnswerPlace, QuestionSubject } from './engine/answer';
import type { AskedRecording, Question } from './engine/define';

/** How many places an answer shows. */
const MOST_PLACES = 8;

/** A question and what a recording has to say to it. */
export interface Asking {
  readonly question: Question<QuestionId>;
  readonly answer: Answer;
}

/** Every question with its answer of the whole recording, in the order in which they are offered. */
export const allAnswers = (incidents: Incidents, subject: QuestionSubject = { name: null, row: null }): readonly Asking[] =>
  questions.map((question) => ({ question, answer: answerTo(question, { incidents, subject }) }));

/** The question to which a cookie or a request has an incident, else a place; where there is neither, whether it was sent. */
export function questionAbout(subject: QuestionSubject, incidents: Incidents): QuestionId {
  const answers = allAnswers(incidents, subject);
  const best = (['incident', 'place'] as const).flatMap((kind) => answers.filter(({ answer }) => answer.kind === kind));
  return best[0]?.question.id ?? 'not-sent';
}

/** What a recording has to say to a question. */
export function answerTo(question: Question, asked: AskedRecording): Answer {
  const incidents = asked.incidents.all.filter((each) => isOf(each, asked) && question.explains(each, asked)).toReversed();
  const shown = new Map<string, AnswerPlace>();
  const places = new Set<string>();
  for (const place of question.places(asked)) {
    places.add(question.unit === 'line' ? `${place.bead}` : place.row);
    const kind = shown.size < MOST_PLACES || asked.subject.row !== null ? `${place.name} ${reasonIn(place)}` : null;
    if (kind !== null && !shown.has(kind)) shown.set(kind, place);
  }
  const lookedAt = incidents.length > 0 || shown.size > 0 ? [] : question.lookedAt(asked);
  const kind: AnswerKind =
    incidents.length > 0 ? 'incident' : shown.size > 0 ? 'place' : lookedAt.length > 0 ? 'not-visible' : 'not-recorded';
  return {
    kind,
    incidents,
    places: [...shown.values()],
    count: incidents.length > 0 ? incidents.length : places.size,
    lookedAt,
    record: kind === 'not-recorded' ? question.record : null,
  };
}

/** What its sentence says after the colon: the same cookie for the same reason is shown once. */
function reasonIn(place: AnswerPlace): string {
  const text = place
    .text()
    .map((piece) => (typeof piece === 'string' ? piece : piece.code))
    .join('');
  return text.slice(text.lastIndexOf(':'));
}

const isOf = ({ cookie, rows, chain }: Incident, { subject: { name, row } }: AskedRecording): boolean =>
  (name === null || cookie?.name === name) &&
  (row === null || rows.includes(row) || chain.some((station) => station.row === row));

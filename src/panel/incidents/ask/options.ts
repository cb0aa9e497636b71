import type { Asking } from '../../../analysis/ask/ask';
import type { QuestionSubject } from '../../../analysis/ask/engine/answer';
import { type SubjectChoices, subjectChoices } from '../../../analysis/ask/subjects';
import { text } from '../../../analysis/engine/base/bytes';
import type { Scene } from '../../../analysis/incidents/scene/scene';
import type { Exchange } from '../../../analysis/replay/rows/exchange';
import { hostText, requestText } from '../../../analysis/rules/engine/request-words';
import { say, sayCount, type WordKey } from '../../../words/catalogue';
import { nameText } from '../../shared/presentation/bead-words';
import { type TimeOrigin, timeText } from '../../shared/presentation/time';

/** What can be chosen in the field: a question, or what it is about. */
export interface AskOption {
  readonly key: string;
  readonly group: Extract<WordKey, 'ask.questions' | 'ask.cookies' | 'ask.requests'>;
  readonly label: string;
  /** What stands at its end: how it is answered, or when it was sent. */
  readonly more: string;
  readonly chooses: { readonly question: Asking['question']['id'] } | Partial<QuestionSubject>;
}

/** As many cookies, and requests, as are offered at once. */
const MOST = 12;

/** What answers to the text that was typed: questions, then cookies, then requests. */
export function askOptions(typed: string, answers: readonly Asking[], scene: Scene, origin: TimeOrigin): readonly AskOption[] {
  const wanted = typed.trim().toLowerCase();
  const { names, requests }: SubjectChoices = subjectChoices(scene, typed, MOST);
  return [
    ...answers
      .filter(({ question }) => question.text.toLowerCase().includes(wanted))
      .map(
        (asking): AskOption => ({
          key: asking.question.id,
          group: 'ask.questions',
          label: asking.question.text,
          more: answeredBy(asking),
          chooses: { question: asking.question.id },
        }),
      ),
    ...names.map(
      (name): AskOption => ({
        key: `cookie ${name}`,
        group: 'ask.cookies',
        label: nameText(name),
        more: '',
        chooses: { name },
      }),
    ),
    ...requests.map(
      (request): AskOption => ({
        key: request.id,
        group: 'ask.requests',
        label: requestLabel(request),
        more: timeText(request.at, origin),
        chooses: { row: request.id },
      }),
    ),
  ];
}

/** "POST /callback of shop.example". */
export const requestLabel = (request: Exchange): string =>
  `${text(requestText(request) as Parameters<typeof text>[0])} · ${hostText(request.url)}`;

/** By what a question is answered, in a few words: "1 incident", "19 requests". */
export function answeredBy({ question, answer }: Asking): string {
  switch (answer.kind) {
    case 'incident':
      return sayCount('count.incidents', answer.count);
    case 'place':
      return sayCount(question.unit === 'line' ? 'count.lines' : 'count.requests', answer.count);
    case 'not-visible':
      return say('ask.no-cookie');
    case 'not-recorded':
      return say('ask.not-in-recording');
    default:
      return answer.kind satisfies never;
  }
}

import { say, sayCount } from '../../words/catalogue';
import { type LessonQuestion, type LessonScene, lastVisit } from './lesson';

/** What every question can be answered with where browsers part. */
const DIFFERS = 'differs';

/** What a question can be answered with, in the order shown; each is an outcome that the engine may come to. */
export function choicesOf(scene: LessonScene): readonly string[] {
  const { question } = scene;
  switch (question.kind) {
    case 'sent':
    case 'stored':
      return ['yes', 'no', DIFFERS];
    case 'carried':
      return [...question.choices, DIFFERS];
    case 'kept':
      return [...question.choices.map(String), DIFFERS];
    case 'claims':
      return claimChoices(lastVisit(scene).lines.map((line) => line.split('=')[0] ?? ''));
    default:
      return question satisfies never;
  }
}

/** Each cookie, both, none. */
const claimChoices = (names: readonly string[]): readonly string[] => [...names, names.join(' '), ''];

/** The choice that is right, by what each profile comes to. */
export function rightChoice(outcomes: readonly string[]): string {
  const [first = DIFFERS] = outcomes;
  return outcomes.every((outcome) => outcome === first) ? first : DIFFERS;
}

/** A choice, or an outcome of a profile, said. @returns `code` = it stands in a line as it is */
export function choiceWords(kind: LessonQuestion['kind'], choice: string): { readonly text: string; readonly code: boolean } {
  if (choice === DIFFERS) return plain(say('lesson.choice.differs'));
  switch (kind) {
    case 'sent':
      return plain(say(choice === 'yes' ? 'lesson.choice.sent' : 'lesson.choice.withheld'));
    case 'stored':
      return plain(say(choice === 'yes' ? 'lesson.choice.stored' : 'lesson.choice.rejected'));
    case 'carried':
      return choice === '' ? plain(say('lesson.choice.nothing')) : { text: choice, code: true };
    case 'kept':
      return plain(choice === 'null' ? say('lesson.choice.session') : sayCount('lesson.choice.days', Number(choice)));
    case 'claims':
      return claimWords(choice);
    default:
      return kind satisfies never;
  }
}

function claimWords(choice: string): { readonly text: string; readonly code: boolean } {
  if (choice === '') return plain(say('lesson.choice.neither'));
  return choice.includes(' ') ? plain(say('lesson.choice.both')) : { text: choice, code: true };
}

const plain = (text: string) => ({ text, code: false });

import { Icon } from '../../panel/shared/parts/icon';
import { say } from '../../words/catalogue';
import { AnswerText } from './answer-text';
import type { ProfileAnswer, SceneAnswer } from './answers';
import { ChoiceText } from './choice-text';
import { choicesOf, choiceWords } from './choices';
import type { LessonScene } from './lesson';
import { type LessonPlace, lessonHash } from './lesson-address';
import { LessonPicture } from './lesson-picture';
import { useChoiceKeys } from './use-lesson-keys';
import { useSceneAnswer } from './use-scene-answer';

/** A picture, its question, and what the engine answers. @param next the scene after it; null = it is the last one */
export function SceneView({ scene, next }: { readonly scene: LessonScene; readonly next: LessonPlace | null }) {
  const [{ tried, answer, lab, failed }, choose] = useSceneAnswer(scene);
  const choices = choicesOf(scene);
  useChoiceKeys(choices.length, (at) => choose(choices[at] ?? ''));
  const isRight = answer !== null && tried.at(-1) === answer.right;
  const drawn = answer && drawnAnswer(answer);
  return (
    <div className="lesson-body">
      <LessonPicture scene={scene} answer={drawn} />
      {answer && drawn && isApart(answer) && (
        <p className="tone-quiet">{say('lesson.drawn-as', { browser: say(`profile.${drawn.profile}`) })}</p>
      )}
      <h3 className="lesson-question">{say(`scene.${scene.id}.ask`)}</h3>
      <ul className="lesson-choices" aria-label={say('lesson.choices')}>
        {choices.map((choice, at) => (
          <li key={choice}>
            <Choice
              letter={String.fromCharCode(65 + at)}
              words={choiceWords(scene.question.kind, choice)}
              standing={answer === null || !tried.includes(choice) ? null : choice === answer.right ? 'right' : 'wrong'}
              onPress={() => choose(choice)}
            />
          </li>
        ))}
      </ul>
      {failed && <p role="alert">{say('lesson.failed')}</p>}
      {tried.length > 0 && !answer && !failed && <p role="status">{say('lesson.asking')}</p>}
      {answer && <AnswerText scene={scene} answer={answer} isRight={isRight} />}
      {answer && (
        <p className="lesson-ways">
          {lab && (
            <a className="button" href={lab}>
              <Icon name="edit" size={13} />
              {say('lesson.in-lab')}
            </a>
          )}
          {next && (
            <a className="button" href={lessonHash(next)}>
              <Icon name="right" size={13} />
              {say('lesson.next-scene', { name: say(`scene.${next.scene.id}.tab`) })}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

/** As the reader's own browser does it. */
function drawnAnswer({ profiles }: SceneAnswer): ProfileAnswer | null {
  const own = navigator.userAgent.includes('Firefox/') ? 'firefox' : 'chromium';
  return profiles.find(({ profile }) => profile === own) ?? null;
}

const isApart = ({ profiles }: SceneAnswer): boolean => new Set(profiles.map(({ outcome }) => outcome)).size > 1;

interface ChoiceProps {
  readonly letter: string;
  readonly words: ReturnType<typeof choiceWords>;
  /** null = it was not chosen. */
  readonly standing: 'right' | 'wrong' | null;
  readonly onPress: () => void;
}

function Choice({ letter, words, standing, onPress }: ChoiceProps) {
  return (
    <button type="button" className={standing ? `lesson-choice ${standing}` : 'lesson-choice'} onClick={onPress}>
      <kbd>{letter}</kbd>
      <ChoiceText words={words} />
      {standing && (
        <span className="lesson-standing">
          <Icon name={standing === 'right' ? 'check' : 'cross'} size={12} /> {say(`lesson.${standing}`)}
        </span>
      )}
    </button>
  );
}

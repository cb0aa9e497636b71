import { EvidenceTag } from '../../panel/shared/presentation/evidence-tag';
import { say } from '../../words/catalogue';
import { listText } from '../../words/format';
import type { ProfileAnswer, SceneAnswer } from './answers';
import { ChoiceText } from './choice-text';
import { choiceWords } from './choices';
import type { LessonScene } from './lesson';

interface AnswerTextProps {
  readonly scene: LessonScene;
  readonly answer: SceneAnswer;
  readonly isRight: boolean;
}

/** What the engine says, by browsers that agree, and what there is to know about it. */
export function AnswerText({ scene, answer, isRight }: AnswerTextProps) {
  return (
    <div className={isRight ? 'lesson-answer right' : 'lesson-answer'} role="status">
      {!isRight && <p className="tone-warn">{say('lesson.try-again')}</p>}
      {agreeing(answer.profiles).map((group) => (
        <Outcome key={group[0].profile} scene={scene} group={group} />
      ))}
      <p>{say(`scene.${scene.id}.note`)}</p>
    </div>
  );
}

type Group = readonly [ProfileAnswer, ...ProfileAnswer[]];

/** Profiles that come to the same, for the same reason. */
function agreeing(profiles: readonly ProfileAnswer[]): readonly Group[] {
  const groups: [ProfileAnswer, ...ProfileAnswer[]][] = [];
  for (const each of profiles) {
    const found = groups.find(([first]) => first.outcome === each.outcome && first.refusal?.reason === each.refusal?.reason);
    if (found) found.push(each);
    else groups.push([each]);
  }
  return groups;
}

function Outcome({ scene, group }: { readonly scene: LessonScene; readonly group: Group }) {
  const [{ outcome, refusal }] = group;
  return (
    <p>
      <span className="tone-quiet">{listText(group.map(({ profile }) => say(`profile.${profile}`)))}</span>{' '}
      <EvidenceTag evidence="predicted" />{' '}
      <b>
        <ChoiceText words={choiceWords(scene.question.kind, outcome)} />
      </b>
      {refusal && (
        <>
          {'. '}
          {say(`reason.${refusal.reason}.sentence`)} <span data-words="standard">{refusal.section}</span>
        </>
      )}
    </p>
  );
}

import { useMemo } from 'react';
import { type Asking, allAnswers, questionAbout } from '../../../analysis/ask/ask';
import type { Incidents } from '../../../analysis/incidents/incidents';
import { say } from '../../../words/catalogue';
import { useIncidentChoices, WHOLE } from '../../state/incident-choices';
import { useTimeOrigin } from '../../state/use-time-origin';
import { AskField } from './ask-field';
import { type AskOption, answeredBy, askOptions } from './options';

/** "What is wrong?": the field, and below it every question with how this recording answers it. */
export function AskPanel({ incidents }: { readonly incidents: Incidents }) {
  const origin = useTimeOrigin();
  const { question: asked, subject, ask } = useIncidentChoices();
  const answers = useMemo(() => allAnswers(incidents), [incidents]);
  const choose = ({ chooses }: AskOption) => {
    if ('question' in chooses) return ask(chooses.question, subject);
    const about = { ...subject, ...chooses };
    ask(asked ?? questionAbout(about, incidents), about);
  };
  return (
    <section className="ask" aria-labelledby="ask-title">
      <h2 id="ask-title">{say('ask.title')}</h2>
      <AskField offers={(typed) => askOptions(typed, answers, incidents.scene, origin)} onChoose={choose} />
      <ul>
        {answers.map((asking) => (
          <li key={asking.question.id}>
            <QuestionButton
              asking={asking}
              pressed={asking.question.id === asked}
              onPress={() => (asking.question.id === asked ? ask(null, WHOLE) : ask(asking.question.id, subject))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface QuestionButtonProps {
  readonly asking: Asking;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function QuestionButton({ asking, pressed, onPress }: QuestionButtonProps) {
  const { question, answer } = asking;
  return (
    <button type="button" aria-pressed={pressed} data-question={question.id} data-answer={answer.kind} onClick={onPress}>
      <span data-words="rule">{question.text}</span>
      <span className={answer.kind === 'incident' ? 'tone-bad' : 'tone-faint'}>{answeredBy(asking)}</span>
    </button>
  );
}

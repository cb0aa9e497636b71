import { useMemo } from 'react';
import { questions } from '../../analysis/ask/all-questions';
import { answerTo } from '../../analysis/ask/ask';
import type { Answer, LookedAt } from '../../analysis/ask/engine/answer';
import { text } from '../../analysis/engine/base/bytes';
import type { Incidents } from '../../analysis/incidents/incidents';
import { say, sayCount } from '../../words/catalogue';
import { IconButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { visibleString } from '../shared/parts/visible';
import { VisibleText } from '../shared/parts/visible-text';
import { SentenceText } from '../shared/presentation/sentence-text';
import { useIncidentChoices, WHOLE } from '../state/incident-choices';
import { requestLabel } from './ask/options';
import { PlaceCards } from './ask/place-cards';
import { IncidentCards } from './incident-cards';

/** What the recording has to say to the question that is asked; nothing where none is. */
export function AskAnswer({ incidents }: { readonly incidents: Incidents }) {
  const { question: id, subject, ask } = useIncidentChoices();
  const question = questions.find((each) => each.id === id);
  const answer = useMemo(
    () => (question === undefined ? null : answerTo(question, { incidents, subject })),
    [question, incidents, subject],
  );
  if (question === undefined || answer === null) return null;
  return (
    <section className="ask-answer" aria-label={say('ask.answer')} data-answer-kind={answer.kind}>
      <header>
        <h2 data-words="rule">{question.text}</h2>
        <IconButton icon="cross" label={say('ask.close')} onPress={() => ask(null, WHOLE)} />
      </header>
      <About incidents={incidents} />
      <div role="status">
        <AnswerHeading answer={answer} unit={question.unit} />
      </div>
      <IncidentCards all={answer.incidents} />
      <PlaceCards places={answer.places} />
      <LookedAtList items={answer.lookedAt} />
    </section>
  );
}

/** What it is about, each part with a button that drops it. */
function About({ incidents }: { readonly incidents: Incidents }) {
  const { question, subject, ask } = useIncidentChoices();
  const { name, row } = subject;
  const request = row === null ? undefined : incidents.scene.exchanges.find(({ id }) => id === row);
  const parts = [
    ...(name === null ? [] : [{ label: text(name), rest: { ...subject, name: null } }]),
    ...(row === null ? [] : [{ label: request === undefined ? row : requestLabel(request), rest: { ...subject, row: null } }]),
  ];
  return (
    <p className="ask-about">
      {say('ask.about')}{' '}
      {parts.length === 0 ? (
        <span className="tone-faint">{say('ask.whole')}</span>
      ) : (
        parts.map(({ label, rest }) => (
          <span key={label} className="ask-subject">
            <code>
              <VisibleText text={label} />
            </code>
            <IconButton
              icon="cross"
              label={say('ask.drop', { what: visibleString(label) })}
              onPress={() => ask(question, rest)}
            />
          </span>
        ))
      )}
    </p>
  );
}

function AnswerHeading({ answer, unit }: { readonly answer: Answer; readonly unit: 'request' | 'line' }) {
  switch (answer.kind) {
    case 'incident':
      return <p>{sayCount('count.incidents', answer.incidents.length)}</p>;
    case 'place':
      return (
        <p>
          {sayCount(unit === 'line' ? 'count.lines' : 'count.requests', answer.count)}. {say('ask.no-incident')}
        </p>
      );
    case 'not-visible':
      return <h3>{say('ask.not-visible')}</h3>;
    case 'not-recorded':
      return (
        <>
          <h3>{say('ask.not-recorded')}</h3>
          {answer.record !== null && (
            <p>
              <SentenceText sentence={answer.record} />
            </p>
          )}
        </>
      );
    default:
      return answer.kind satisfies never;
  }
}

function LookedAtList({ items }: { readonly items: readonly LookedAt[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{say('ask.looked-at')}</h3>
      <ul className="looked-at">
        {items.map(({ result, text: sentence }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was looked at stays in its order.
          <li key={index} data-result={result}>
            <span role="img" aria-label={say(`ask.${result}`)} className={result === 'fine' ? 'tone-ok' : 'tone-quiet'}>
              <Icon name={result === 'fine' ? 'check' : 'question'} size={13} />
            </span>
            <SentenceText sentence={sentence} />
          </li>
        ))}
      </ul>
    </>
  );
}

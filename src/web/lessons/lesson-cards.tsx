import { Icon } from '../../panel/shared/parts/icon';
import { say, sayCount } from '../../words/catalogue';
import { CardPicture } from './card-picture';
import type { Lesson } from './lesson';
import { lessonHash } from './lesson-address';
import { LESSONS } from './list';
import { isDone, useAnswered } from './progress';

/** All lessons, each with its smallest picture and its question. */
export function LessonCards({ open }: { readonly open: Lesson }) {
  const answered = useAnswered();
  const done = LESSONS.filter((lesson) => isDone(lesson, answered)).length;
  return (
    <section>
      <h2 className="lessons-heading">
        {say('lesson.heading')} <span className="tone-faint">{sayCount('lesson.done', done)}</span>
      </h2>
      <ol className="lesson-cards">
        {LESSONS.map((lesson, index) => (
          <li key={lesson.id}>
            <a
              className="lesson-card"
              href={lessonHash({ lesson, scene: lesson.scenes[0] })}
              aria-current={lesson === open ? 'true' : undefined}
            >
              <b>
                <i>{index + 1}</i>
                {say(`lesson.${lesson.id}.title`)}
              </b>
              <p>{say(`lesson.${lesson.id}.hook`)}</p>
              <CardPicture lesson={lesson.id} />
              {isDone(lesson, answered) && (
                <span className="lesson-done" role="img" aria-label={say('lesson.is-done')}>
                  <Icon name="check" size={13} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
      <p className="tone-faint lesson-keys">{say('lesson.keys')}</p>
    </section>
  );
}

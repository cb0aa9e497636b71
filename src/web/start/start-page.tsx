import '../../words/lesson-words';
import { useSyncExternalStore } from 'react';
import { Button } from '../../panel/shared/parts/button';
import { Icon } from '../../panel/shared/parts/icon';
import { useFileDrop } from '../../panel/shell/use-file-drop';
import { showSheet } from '../../panel/state/sheet';
import { say } from '../../words/catalogue';
import { lessonIn } from '../lessons/lesson-address';
import { LessonCards } from '../lessons/lesson-cards';
import { LESSONS } from '../lessons/list';
import { OpenLesson } from '../lessons/open-lesson';

const LAB = '#view=lab';

/** What can be done here: open a file, try a line, learn. */
export function StartPage() {
  const isDropping = useFileDrop();
  const chosen = lessonIn(useHash());
  const [first] = LESSONS;
  const place = chosen ?? (first && { lesson: first, scene: first.scenes[0] });
  return (
    <div className={isDropping ? 'start-page dropping' : 'start-page'}>
      <header className="start-bar">
        <h1>{say('shell.name')}</h1>
        <span className="tone-quiet start-wide">{say('start.motto')}</span>
        <nav aria-label={say('shell.name')}>
          <a href={LAB}>{say('start.lab')}</a>
          <a href="#lessons">{say('start.lessons')}</a>
        </nav>
      </header>
      <main>
        <Ways />
        {place && (
          <div className="start-lessons" id="lessons">
            <LessonCards open={place.lesson} />
            <OpenLesson key={place.lesson.id} place={place} isChosen={chosen !== null} />
          </div>
        )}
      </main>
      <footer className="tone-faint">
        <Icon name="lock" size={12} /> {say('start.private')}
      </footer>
    </div>
  );
}

function Ways() {
  return (
    <section className="start-ways">
      <div className="start-drop">
        <Icon name="import" size={26} />
        <h2>{say('start.drop.title')}</h2>
        <p>{say('start.drop.text')}</p>
        <Button primary label={say('start.drop.choose')} onPress={() => showSheet({ kind: 'open', file: null })} />
      </div>
      <div className="start-lab">
        <h2>{say('start.lab')}</h2>
        <p>{say('start.lab.text')}</p>
        <a className="button" href={LAB}>
          {say('start.lab.open')}
        </a>
      </div>
    </section>
  );
}

const useHash = (): string =>
  useSyncExternalStore(
    (onChange) => {
      addEventListener('hashchange', onChange);
      return () => removeEventListener('hashchange', onChange);
    },
    () => location.hash,
  );

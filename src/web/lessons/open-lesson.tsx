import { useEffect, useRef } from 'react';
import { IconButton } from '../../panel/shared/parts/button';
import { say } from '../../words/catalogue';
import { LESSON_IDS } from './lesson';
import { type LessonPlace, lessonBeside, lessonHash, sceneBeside } from './lesson-address';
import { SceneView } from './scene-view';
import { useLessonKeys } from './use-lesson-keys';

const go = (place: LessonPlace | null): void => {
  if (place !== null) location.hash = lessonHash(place);
};

/** A lesson: its scenes, one of them open. @param isChosen whether the reader came for it, not only to the page */
export function OpenLesson({ place, isChosen }: { readonly place: LessonPlace; readonly isChosen: boolean }) {
  const { lesson, scene } = place;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isChosen) heading.current?.focus();
  }, [isChosen]);
  useLessonKeys({
    onScene: (by) => go(sceneBeside(place, by)),
    onNext: () => go(lessonBeside(lesson, 1)),
  });
  return (
    <article className="open-lesson" data-lesson={lesson.id} data-scene={scene.id}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {LESSON_IDS.indexOf(lesson.id) + 1} {say(`lesson.${lesson.id}.title`)}
        </h2>
        <IconButton label={say('lesson.previous')} icon="left" onPress={() => go(lessonBeside(lesson, -1))} />
        <IconButton label={say('lesson.next')} icon="right" onPress={() => go(lessonBeside(lesson, 1))} />
      </header>
      <nav className="lesson-scenes" aria-label={say('lesson.scenes')}>
        {lesson.scenes.map((each) => (
          <a key={each.id} href={lessonHash({ lesson, scene: each })} aria-current={each === scene ? 'step' : undefined}>
            {say(`scene.${each.id}.tab`)}
          </a>
        ))}
      </nav>
      <SceneView key={scene.id} scene={scene} next={sceneBeside(place, 1)} />
    </article>
  );
}

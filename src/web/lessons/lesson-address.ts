import { LESSON_IDS, type Lesson, type LessonScene } from './lesson';
import { LESSONS } from './list';

const PREFIX = '#lesson-';

/** A lesson and one of its scenes. */
export interface LessonPlace {
  readonly lesson: Lesson;
  readonly scene: LessonScene;
}

/** `#lesson-same-site/form`; the first scene has no name in it. */
export const lessonHash = ({ lesson, scene }: LessonPlace): string =>
  `${PREFIX}${lesson.id}${scene === lesson.scenes[0] ? '' : `/${scene.id}`}`;

/** The lesson that an address leads to; null = to none. A scene that the lesson does not have leads to its first one. */
export function lessonIn(hash: string): LessonPlace | null {
  if (!hash.startsWith(PREFIX)) return null;
  const [id, sceneId] = hash.slice(PREFIX.length).split('/');
  const lesson = LESSONS.find((each) => each.id === id);
  if (lesson === undefined) return null;
  return { lesson, scene: lesson.scenes.find((each) => each.id === sceneId) ?? lesson.scenes[0] };
}

/** The lesson so many places further, from the last one round to the first. */
export function lessonBeside(lesson: Lesson, by: 1 | -1): LessonPlace {
  const at = (LESSON_IDS.indexOf(lesson.id) + by + LESSONS.length) % LESSONS.length;
  const other = LESSONS[at] ?? lesson;
  return { lesson: other, scene: other.scenes[0] };
}

/** The scene so many places further in the same lesson; null = there is none. */
export function sceneBeside({ lesson, scene }: LessonPlace, by: 1 | -1): LessonPlace | null {
  const other = lesson.scenes[lesson.scenes.indexOf(scene) + by];
  return other === undefined ? null : { lesson, scene: other };
}

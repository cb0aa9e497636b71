import lessons from './en/lessons.json';

/** Words of the page's start and of its lessons, which the extension does not have. */
export const LESSON_TEXTS = { ...lessons };

export type LessonTexts = typeof LESSON_TEXTS;

/** The scenes of all lessons: each has a text. */
export type SceneId = keyof LessonTexts extends infer Key ? (Key extends `scene.${infer Id}.ask` ? Id : never) : never;

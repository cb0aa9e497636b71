import type { CookieRequest } from '../../library/engine';
import type { SceneId } from '../../words/lesson-texts';

/** In their order. */
export const LESSON_IDS = [
  'first-cookie',
  'who-gets-it',
  'how-long',
  'script',
  'secure',
  'same-site',
  'prefixes',
  'third-parties',
  'sign-in',
  'sign-out',
  'token',
  'csrf',
] as const;
export type LessonId = (typeof LESSON_IDS)[number];

/** A request with the Set-Cookie lines of its response; of a script, what it writes to document.cookie. */
export interface LessonVisit extends Omit<CookieRequest, 'at' | 'date'> {
  /** How long after the first visit. */
  readonly seconds: number;
  readonly lines: readonly string[];
}

/** What is asked about the last visit of a scene. It holds no answer: `answers.ts` has the engine give it. */
export type LessonQuestion =
  /** Whether its request carries the one cookie. */
  | { readonly kind: 'sent' }
  /** Whether its one line is stored. */
  | { readonly kind: 'stored' }
  /** What its Cookie header is, or what document.cookie reads; empty = nothing. */
  | { readonly kind: 'carried'; readonly choices: readonly string[] }
  /** How many days its cookie is kept; null = until the browser closes. */
  | { readonly kind: 'kept'; readonly choices: readonly (number | null)[] }
  /** Which of its two cookies has a certain claim in its value. */
  | { readonly kind: 'claims'; readonly claim: string };

/** One picture and its question. */
export interface LessonScene {
  readonly id: SceneId;
  readonly visits: readonly [LessonVisit, ...LessonVisit[]];
  readonly question: LessonQuestion;
}

export interface Lesson {
  readonly id: LessonId;
  readonly scenes: readonly [LessonScene, ...LessonScene[]];
}

/** What is asked about. */
export const lastVisit = ({ visits }: LessonScene): LessonVisit => visits.at(-1) ?? visits[0];

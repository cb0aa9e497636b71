import type { Question } from './engine/define';
import { notSent } from './list/not-sent';
import { notSet } from './list/not-set';
import { oneBrowser } from './list/one-browser';
import { refusedRequest } from './list/refused';
import { signOut } from './list/sign-out';
import { signedOut } from './list/signed-out';

/** In the order in which they are offered. */
const ALL = [signedOut, notSent, notSet, signOut, refusedRequest, oneBrowser] as const;

export type QuestionId = (typeof ALL)[number]['id'];

export const questions: readonly Question<QuestionId>[] = ALL;

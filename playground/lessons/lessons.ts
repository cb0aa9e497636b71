import { ATTRIBUTES } from './attributes';
import type { Lesson } from './lesson';
import { LINE_LESSONS } from './lines';
import { SESSION_LESSONS } from './sessions';
import { SITES } from './sites';

/** Every step, in the order in which one learns: the sign-in, the line, its attributes, other sites, sessions. */
export const STEPS: readonly Lesson[] = [...LINE_LESSONS, ...ATTRIBUTES, ...SITES, ...SESSION_LESSONS];

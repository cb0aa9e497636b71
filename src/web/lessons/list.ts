import type { Lesson } from './lesson';
import { SCOPE_LESSONS } from './scopes';
import { SESSION_LESSONS } from './sessions';
import { SITE_LESSONS } from './sites';

/** The twelve lessons, in their order. */
export const LESSONS: readonly Lesson[] = [...SCOPE_LESSONS, ...SITE_LESSONS, ...SESSION_LESSONS];

import { ATTRIBUTES } from './attributes';
import { LINES } from './lines';
import { SESSIONS } from './sessions';
import { SITES } from './sites';
import type { Step } from './step';

/** Every step, in the order in which one learns: the sign-in, the line, its attributes, other sites, sessions. */
export const STEPS: readonly Step[] = [...LINES, ...ATTRIBUTES, ...SITES, ...SESSIONS];

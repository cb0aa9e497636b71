import type { Json } from './driven';

/** What runs TypeScript may name inner functions by a helper of its own, which a page does not have. */
const NAMES = 'const __name = (it) => it;';

/** An expression that calls a function of ours with these arguments, wherever it is evaluated. */
export const called = (run: (...args: never[]) => unknown, args: readonly Json[]): string =>
  `(() => { ${NAMES} return (${run}).apply(null, ${JSON.stringify(args)}); })()`;

/** The body of a function that calls ours with its own arguments. */
export const returned = (run: (...args: never[]) => unknown): string => `${NAMES} return (${run}).apply(null, arguments)`;

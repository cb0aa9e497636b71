import type { TurnsParts } from '../../src/panel/recording/turns';

/** Runs every turn immediately, with time enough. */
export const IMMEDIATE_TURNS: TurnsParts = {
  beforePaint: (then) => then(),
  afterOthers: (then) => then(),
  after(_, then) {
    then();
    return () => {};
  },
  now: () => 0,
};

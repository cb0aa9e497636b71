import type { SetTable } from './example';
import { LINE_EXAMPLES } from './line';
import { ORIGIN_EXAMPLES } from './origin';
import { PLACE_EXAMPLES } from './place';
import { PREFIX_EXAMPLES } from './prefix';
import { STORAGE_EXAMPLES } from './storage';

/** The steps of setting, in their order. */
export const SET_TABLES: readonly SetTable[] = [
  ...LINE_EXAMPLES,
  ...PLACE_EXAMPLES,
  ...ORIGIN_EXAMPLES,
  ...PREFIX_EXAMPLES,
  ...STORAGE_EXAMPLES,
];

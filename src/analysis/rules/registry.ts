import * as all from './all-rules';
import type { Rule } from './engine/define';

export type RuleId = (typeof all)[keyof typeof all]['id'];

/** Every rule, in the order of their names, wherever their lines stand: tools differ in the order they give to exports. */
export const rules: readonly Rule<RuleId>[] = Object.entries(all)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, rule]) => rule);

/** @internal */
export const RULE_IDS: readonly RuleId[] = rules.map(({ id }) => id);

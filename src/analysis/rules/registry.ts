import * as all from './all-rules';
import type { Rule } from './engine/define';

export type RuleId = (typeof all)[keyof typeof all]['id'];

/** Every rule, in the order of their names. */
export const rules: readonly Rule<RuleId>[] = Object.values(all);

/** @internal */
export const RULE_IDS: readonly RuleId[] = rules.map(({ id }) => id);

import { readdirSync } from 'node:fs';
import type { Rule } from '../../src/analysis/rules/engine/define';
import type { Examples, RuleExample } from '../../src/analysis/rules/engine/example';
import type { RuleId } from '../../src/analysis/rules/registry';

const FOLDER = new URL('../../src/analysis/rules/list/', import.meta.url);

/** What a file of `rules/list` exports. */
export interface RuleFile {
  /** Without `.ts`: the id of its rule. */
  readonly name: string;
  readonly rules: readonly Rule[];
  /** null = it exports no function `examples`. */
  readonly examples: readonly RuleExample[] | null;
}

/** Every rule file, read from the folder: a new one needs no entry in a list to have its examples run. */
export const ruleFiles: readonly RuleFile[] = await Promise.all(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(async (name) => fileOf(name.slice(0, -3), await import(new URL(name, FOLDER).href))),
);

const byName = new Map(ruleFiles.map(({ name, examples }) => [name, examples ?? []]));

export const examplesOf = (id: RuleId): readonly RuleExample[] => byName.get(id) ?? [];

function fileOf(name: string, exported: Readonly<Record<string, unknown>>): RuleFile {
  const { examples } = exported;
  return {
    name,
    rules: Object.values(exported).filter(isRule),
    examples: typeof examples === 'function' ? (examples as () => Examples)() : null,
  };
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'evaluate' in value;
}

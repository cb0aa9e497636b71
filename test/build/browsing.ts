import { text } from '../../src/analysis/engine/base/bytes';
import type { Exchange } from '../../src/analysis/replay/rows/exchange';
import type { ExampleStep, RuleExample } from '../../src/analysis/rules/engine/example';
import { rowsOf } from './example-facts';

/** The same requests with the Cookie headers that a browser sends which does as the engine says. */
export function browsed(example: RuleExample): RuleExample {
  const steps: ExampleStep[] = [];
  for (const { sends: _, ...step } of example.steps) {
    const last = exchangesOf({ ...example, steps: [...steps, step] }).at(-1);
    const due = last?.withheld.filter(({ predicted }) => predicted.outcome === 'sent') ?? [];
    const sends = due.map(({ cookie }) => `${text(cookie.name)}=${text(cookie.value)}`).join('; ');
    steps.push(sends === '' ? step : { ...step, sends });
  }
  return { ...example, steps };
}

export const exchangesOf = (example: RuleExample): readonly Exchange[] =>
  rowsOf(example).filter((row) => row.kind === 'exchange');

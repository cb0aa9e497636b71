import { readdirSync } from 'node:fs';
import { text } from '../../src/analysis/engine/base/bytes';
import type { Kind } from '../../src/analysis/incidents/engine/define';
import type { IncidentExample, IncidentExamples } from '../../src/analysis/incidents/engine/example';
import { type Incidents, incidentsOf } from '../../src/analysis/incidents/incidents';
import type { ExampleStep, RuleExample } from '../../src/analysis/rules/engine/example';
import { sessionsOf } from '../../src/analysis/session/sessions';
import { exchangesOf } from './browsing';
import { exampleDigest, rowsOf } from './example-facts';

const FOLDER = new URL('../../src/analysis/incidents/list/', import.meta.url);

/** What a file of `incidents/list` exports. */
export interface KindFile {
  /** Without `.ts`: the id of its kind. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly examples: readonly IncidentExample[];
}

/** Every file of a kind, read from the folder. */
export const kindFiles: readonly KindFile[] = await Promise.all(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(async (name) => fileOf(name.slice(0, -3), await import(new URL(name, FOLDER).href))),
);

function fileOf(name: string, exported: Readonly<Record<string, unknown>>): KindFile {
  const { examples } = exported;
  return {
    name,
    kinds: Object.values(exported).filter(isKind),
    examples: typeof examples === 'function' ? (examples as () => IncidentExamples)() : [],
  };
}

function isKind(value: unknown): value is Kind {
  return typeof value === 'object' && value !== null && 'check' in value;
}

/** The incidents of a small recording, in which each request carries what the browser would send unless it says itself. */
export function incidentsIn({
  steps,
  browser = 'chromium',
  thirdParty = browser === 'chromium' ? 'allow' : 'partition',
}: Omit<IncidentExample, 'title' | 'expect'>): Incidents {
  const rows = rowsOf(carried({ title: '', steps, browser, thirdParty, expect: 'fail' }));
  return incidentsOf(rows, { sessions: sessionsOf(rows, exampleDigest), digest: exampleDigest, browser });
}

/** The Cookie headers that a browser sends which does as the engine says, for steps that do not say. */
function carried(example: RuleExample): RuleExample {
  const steps: ExampleStep[] = [];
  for (const step of example.steps) {
    if (step.sends !== undefined) {
      steps.push(step);
      continue;
    }
    const last = exchangesOf({ ...example, steps: [...steps, step] }).at(-1);
    const due =
      last?.withheld.filter(
        ({ predicted }) =>
          predicted.outcome === 'sent' || isArriving(predicted) || isOpen(predicted, step) || isAllowed(predicted, example),
      ) ?? [];
    const sends = due.map(({ cookie }) => `${text(cookie.name)}=${text(cookie.value)}`).join('; ');
    steps.push(sends === '' ? step : { ...step, sends });
  }
  return { ...example, steps };
}

/** The line that set it is long read when the next request goes out. */
const isArriving = ({ missing }: { readonly missing: readonly string[] }): boolean =>
  missing.length > 0 && missing.every((what) => what === 'stored-at-that-time');

/** A fetch to the page's own origin brings cookies unless it is told not to. */
const isOpen = ({ missing }: { readonly missing: readonly string[] }, { ask, from }: ExampleStep): boolean =>
  missing.length > 0 &&
  missing.every((what) => what === 'credentials-mode') &&
  from !== undefined &&
  new URL(ask.split(' ')[1] ?? '').origin === from;

/** That it stayed for being a third party's is what the replay makes of a request that says nothing yet. */
const isAllowed = ({ reasons }: { readonly reasons: readonly string[] }, { thirdParty }: RuleExample): boolean =>
  thirdParty === 'allow' && reasons.length === 1 && reasons[0] === 'third-party-blocked';

import { text } from '../../src/analysis/engine/base/bytes';
import type { Bytes } from '../../src/analysis/engine/base/units';
import { corrected } from '../../src/analysis/fixes/correct';
import type { IncidentExample } from '../../src/analysis/incidents/engine/example';
import type { ExampleStep } from '../../src/analysis/rules/engine/example';
import { plain } from '../../src/analysis/rules/engine/sentence';
import { incidentsIn } from '../build/incident-examples';

interface Answered {
  readonly kind: string;
  readonly cookie: string;
  readonly cause: string;
  /** A part of the fix: of its advice, its line, or its code. */
  readonly fix: string;
}

type More = Omit<IncidentExample, 'title' | 'expect' | 'steps'>;

/** What a developer asked, the traffic, the answer (null = no incident), and the browser. */
export type Report = readonly [asked: string, steps: readonly ExampleStep[], answer: Answered | null, more?: More];

/** The same, with the traffic of the application as it was and as it is once mended: then there is no incident. */
export type MendedReport = readonly [
  asked: string,
  traffic: (isMended: boolean) => readonly ExampleStep[],
  answer: Answered | null,
  more?: More,
];

/** Whether both traffics of a report are answered so. */
export const bothAnswered = ([asked, traffic, answer, more = {}]: MendedReport) => ({
  broken: answered([asked, traffic(false), answer, more]),
  mended: answered([asked, traffic(true), null, more]),
});

/** The first incident of a report's traffic with its fix, as `answer` says it; null = there is none. */
export function answered([, steps, answer, more = {}]: Report): Answered | null {
  const [first] = incidentsIn({ steps, ...more }).all;
  if (first === undefined) return null;
  const { kind, cookie, cause } = first;
  const remedy = first.remedy();
  const line = remedy?.edits ? text(corrected(remedy.edits) as Bytes) : '';
  const fix = [plain(remedy?.advice ?? []), line, ...(remedy?.code ?? [])].join('\n');
  const expected = answer?.fix ?? '';
  return { kind, cookie: cookie?.name ?? '', cause, fix: fix.includes(expected) ? expected : fix };
}

import type { FormFields } from '../../src/cli/simulate/case-form';
import { jarProblems } from './compare-jar';

/** What a case's output line holds. */
export interface Output {
  readonly steps?: readonly StepOutput[];
  readonly result?: unknown;
  readonly unsupported?: true;
}

interface StepOutput {
  readonly accepted?: readonly (boolean | null)[];
  readonly reasons?: readonly (readonly string[])[];
  readonly jar?: readonly FormFields[];
  readonly header?: string;
  readonly withheld?: readonly {
    readonly name: string;
    readonly domain: string;
    readonly path: string;
    readonly reasons: readonly string[];
  }[];
}

/** Every way in which an output is not what a case expects; empty = it holds. */
export function problems(test: FormFields, output: Output): readonly string[] {
  if (output.unsupported) return ['the kind is not supported'];
  if (test.kind !== 'jar') return resultProblems(test, output.result);
  const steps = test.steps as readonly FormFields[];
  return steps.flatMap((step, index) => {
    const got = output.steps?.[index];
    const found =
      got === undefined
        ? ['no output']
        : step.op === 'set'
          ? setProblems(step, got)
          : step.op === 'get'
            ? getProblems(step, got)
            : [];
    return found.map((problem) => `step ${index}: ${problem}`);
  });
}

function setProblems(step: FormFields, got: StepOutput): readonly string[] {
  const found: string[] = [];
  const lines = step.cookies as readonly string[];
  for (const [index, expected] of ((step.expectStored ?? []) as readonly (boolean | null)[]).entries()) {
    const accepted = got.accepted?.[index];
    if (expected !== null && accepted !== expected)
      found.push(`${JSON.stringify(lines[index])} accepted ${accepted}, expected ${expected}`);
  }
  if (step.expectJar !== undefined) found.push(...jarProblems(step.expectJar as readonly FormFields[], got.jar ?? []));
  return found;
}

function getProblems(step: FormFields, got: StepOutput): readonly string[] {
  const found: string[] = [];
  const header = got.header ?? '';
  const pairs = header === '' ? [] : header.split('; ');
  const list = (name: string) => (step[name] ?? []) as readonly string[];
  if (step.expectHeader !== undefined && header !== step.expectHeader) {
    found.push(`header ${JSON.stringify(header)}, expected ${JSON.stringify(step.expectHeader)}`);
  }
  if (step.expectUnordered !== undefined && [...pairs].sort().join('; ') !== [...list('expectUnordered')].sort().join('; ')) {
    found.push(`header ${header}, expected in any order ${list('expectUnordered').join('; ')}`);
  }
  for (const wanted of list('expectContains')) if (!header.includes(wanted)) found.push(`header ${header} lacks ${wanted}`);
  for (const unwanted of list('expectNotContains')) if (header.includes(unwanted)) found.push(`header ${header} has ${unwanted}`);
  for (const [name, value] of Object.entries((step.expectCookies ?? {}) as Readonly<Record<string, string | null>>)) {
    const sent = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
    if (sent !== value) found.push(`cookie ${name} is ${sent}, expected ${value}`);
  }
  return found;
}

function resultProblems(test: FormFields, result: unknown): readonly string[] {
  if (test.expectValid !== undefined)
    return (result !== null) === test.expectValid ? [] : [`${result}, expected ${test.expectValid ? 'a date' : 'none'}`];
  const relation = test.expectRelation as Readonly<Record<string, string>> | undefined;
  if (relation !== undefined) return relationProblems(relation, result);
  return matches(test.expect, result) ? [] : [`${JSON.stringify(result)}, expected ${JSON.stringify(test.expect)}`];
}

const RELATIONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  after: (a, b) => a > b,
  before: (a, b) => a < b,
  notAfter: (a, b) => a <= b,
  notBefore: (a, b) => a >= b,
};

function relationProblems(relation: Readonly<Record<string, string>>, result: unknown): readonly string[] {
  const at = typeof result === 'string' ? Date.parse(result) : Number.NaN;
  const fine = Object.entries(relation).every(([word, text]) => RELATIONS[word]?.(at, Date.parse(text)) ?? false);
  return fine ? [] : [`${JSON.stringify(result)}, expected ${JSON.stringify(relation)}`];
}

/** Whether a value has at least what is expected of it. */
function matches(expected: unknown, got: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return expected === got;
  if (typeof got !== 'object' || got === null) return false;
  return Object.entries(expected).every(([name, value]) => matches(value, (got as FormFields)[name]));
}

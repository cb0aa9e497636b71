import type { ExampleStep } from '../src/analysis/rules/engine/example';
import { rules } from '../src/analysis/rules/registry';
import { ALONE, DIRECT, type Trial, type TrialPlace, type TrialRequest } from '../src/panel/state/trial';
import { kindFiles } from '../test/build/incident-examples';
import { examplesOf } from '../test/build/rule-files';

/** Lines to begin with in the Lab, made of the examples of rules and of incidents. */
interface LabExample {
  /** The rule's title, or null for an incident. */
  readonly of: string | null;
  readonly title: string;
  readonly trial: Trial;
}

const LONGEST = 160;
const AS: Readonly<Record<NonNullable<ExampleStep['as']>, TrialRequest>> = {
  document: 'page',
  subdocument: 'frame',
  fetch: 'fetch',
  script: 'fetch',
  image: 'image',
};

/** The text of `src/panel/lab/examples.json`. */
export const labExamplesText = (): string => `${JSON.stringify([...ofRules(), ...ofIncidents()], null, 1)}\n`;

function ofRules(): readonly LabExample[] {
  return rules.flatMap(({ id, title: of, scope }) => {
    if (scope !== 'line' && scope !== 'cookie') return [];
    const failing = examplesOf(id).filter(({ expect, steps }) => expect === 'fail' && steps.length === 1);
    return failing.flatMap(({ title, steps, thirdParty }): readonly LabExample[] => {
      const trial = trialOfSteps(steps, 0, thirdParty);
      return trial === null ? [] : [{ of, title, trial }];
    });
  });
}

function ofIncidents(): readonly LabExample[] {
  return kindFiles.flatMap(({ examples }) =>
    examples.flatMap(({ title, steps, thirdParty, expect }): readonly LabExample[] => {
      if (expect === null) return [];
      const at = steps.findIndex(({ sets = [] }) => sets.some((line) => line.startsWith(`${expect.cookie}=`)));
      const trial = at < 0 ? null : trialOfSteps(steps, at, thirdParty, expect.cookie);
      return trial === null ? [] : [{ of: null, title, trial }];
    }),
  );
}

/** The lines of a step, and the last step as the request that follows. */
function trialOfSteps(
  steps: readonly ExampleStep[],
  at: number,
  thirdParty: Trial['thirdParty'] = 'default',
  name = '',
): Trial | null {
  const step = steps[at];
  const lines = step?.sets ?? [];
  const place = step === undefined ? null : placeOf(step);
  if (place === null || lines.length === 0 || lines.some((line) => line.length > LONGEST || /[^\x20-\x7e]/.test(line)))
    return null;
  const selected = Math.max(
    0,
    lines.findIndex((line) => line.startsWith(`${name}=`)),
  );
  const last = steps.at(-1);
  const next = last === undefined || last === step ? null : placeOf(last);
  const seconds = steps.slice(at + 1).reduce((sum, { after = 1 }) => sum + after, 0);
  return {
    ...ALONE,
    ...place,
    line: lines[selected] ?? '',
    before: lines.slice(0, selected),
    after: lines.slice(selected + 1),
    next: next === null ? null : { ...next, seconds },
    thirdParty,
  };
}

/** null = the Lab has no such request. */
function placeOf({ ask, as = 'document', from, top }: ExampleStep): TrialPlace | null {
  const [method, url = ''] = ask.split(' ');
  if ((method !== 'GET' && method !== 'POST') || !URL.canParse(url)) return null;
  const kind = AS[as];
  if (kind === 'page') return { ...DIRECT, url, as: kind, top: from ?? '', method };
  const page = top ?? from ?? new URL(url).origin;
  return { url, as: kind, top: page, method, redirects: [], frames: from === undefined || from === page ? [] : [from] };
}

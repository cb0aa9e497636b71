import '../../words/all-words';
import { text } from '../../analysis/engine/base/bytes';
import type { Profile } from '../../analysis/engine/base/profile';
import type { Bytes, Instant } from '../../analysis/engine/base/units';
import type { ParsedLine } from '../../analysis/engine/header/parsed-line';
import { readLine } from '../../analysis/engine/header/read-line';
import { Jar } from '../../analysis/engine/jar/jar';
import { accessOf, type ThirdPartyPolicy } from '../../analysis/engine/verdict/access/access';
import { decideSet, explainSet, type SetDecision } from '../../analysis/engine/verdict/on-set';
import type { Step } from '../../analysis/engine/verdict/verdict';
import { type DescribedRequest, describedContext } from '../../library/engine/described-request';
import type { Paint } from '../../report/rendering/text-report';
import { say } from '../../words/catalogue';
import { listText } from '../../words/format';
import { printable } from '../../words/printable';
import { openWords, reasonWords } from '../../words/verdict-text';

export interface ExplainOptions {
  readonly at: Instant;
  readonly profiles: readonly Profile[];
  readonly thirdParty: ThirdPartyPolicy | 'default';
  readonly hasSteps: boolean;
}

/** What each profile makes of a line in an empty jar, as text, and whether any of them refuses it. */
export function lineExplanation(line: Bytes, request: DescribedRequest, options: ExplainOptions, paint: Paint) {
  const access = { url: request.url, via: 'http', context: describedContext(request), at: options.at, date: null } as const;
  const jar = new Jar();
  const parts = options.profiles.map((profile) => {
    const prepared = accessOf(access, { profile, thirdParty: options.thirdParty });
    return { profile, decision: decideSet(jar, prepared, line), steps: explainSet(jar, prepared, line).steps };
  });
  const blocks = [
    lineText(readLine(line), paint),
    ...parts.map(({ profile, decision, steps }) =>
      [
        `${paint.bold(say(`profile.${profile}`).padEnd(10))}${outcomeText(decision, paint)}  ${paint.dim(`[${say('evidence.predicted')}]`)}`,
        ...underline(line, steps, decision),
        ...(options.hasSteps ? steps.map((step) => stepText(step, paint)) : deciding(steps, paint)),
      ].join('\n'),
    ),
  ];
  return { text: `${blocks.join('\n\n')}\n`, isRefused: parts.some(({ decision }) => decision.outcome === 'rejected') };
}

/** The line, then what struck the parser about it. */
const lineText = ({ line, notes }: ParsedLine, paint: Paint): string =>
  [
    printable(text(line)),
    ...notes.map(({ kind, span }) =>
      paint.yellow(`  ${printable(text(line.slice(span.start, span.end) as Bytes))}: ${say(`note.${kind}`)}`),
    ),
  ].join('\n');

function outcomeText({ outcome, reasons, missing }: SetDecision, paint: Paint): string {
  if (outcome === 'cannot-tell') return say('sentence.cannot-tell', { what: openWords(missing) });
  if (outcome !== 'rejected') return paint.green(say(`sentence.${outcome}`));
  return paint.red(say('sentence.rejected', { why: reasonWords(reasons[0]) }));
}

/** The octets at fault under their place in the line, where there are any and the line is plain ASCII. */
function underline(line: Bytes, steps: readonly Step[], { reasons }: SetDecision): readonly string[] {
  const span = steps.find(({ reason }) => reason !== null && reason === reasons[0])?.span ?? null;
  if (span === null || !/^[\x20-\x7e]*$/.test(line)) return [];
  return [`  ${line}`, `  ${' '.repeat(span.start)}${'^'.repeat(Math.max(1, span.end - span.start))}`];
}

const deciding = (steps: readonly Step[], paint: Paint): readonly string[] =>
  steps
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'cannot-tell')
    .slice(0, 1)
    .map((step) => stepText(step, paint));

const MARKS = { passed: '✓', failed: '✕', 'not-applicable': '–', 'cannot-tell': '?' } as const;

function stepText({ id, section, outcome, inputs }: Step, paint: Paint): string {
  const values = listText(inputs.map(({ what, value }) => `${say(`input.${what}`)} ${value}`));
  const line = `  ${MARKS[outcome]} ${say(`step.${id}`)}  ${paint.dim(section)}${values === '' ? '' : `  ${paint.dim(printable(values))}`}`;
  return outcome === 'failed' ? paint.red(line) : line;
}

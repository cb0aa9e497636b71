import { BANDS, LETTERS, ROLE_WEIGHTS, WEIGHTS_VERSION } from '../src/analysis/grade/weights';
import { coverage } from '../src/analysis/rules/coverage';
import type { Rule } from '../src/analysis/rules/engine/define';
import type { RuleExample } from '../src/analysis/rules/engine/example';
import { plain, type Sentence } from '../src/analysis/rules/engine/sentence';
import { byRole, type Harm, type Severity } from '../src/analysis/rules/engine/severity';
import { type RuleId, rules } from '../src/analysis/rules/registry';
import { examplesOf } from '../test/build/rule-files';

/** The page of findings, in Markdown: made from the rules, the weights and what other tools check. */
export function findingsPage(): string {
  return [
    '# Findings',
    '',
    'Made from the rules by `npm run docs`; do not edit.',
    '',
    `${rules.length} rules. Each answers pass, fail or "cannot tell"; what it cannot tell takes nothing off a grade.`,
    '',
    ...rules.map(({ id, title }) => `- [${title}](#${id})`),
    '',
    ...rules.flatMap(section),
    ...grading(),
    ...elsewhere(),
  ].join('\n');
}

function section(rule: Rule<RuleId>): readonly string[] {
  return [
    `## ${rule.id}`,
    '',
    `**${rule.title}.** ${markdown(rule.why)}`,
    '',
    `${SCOPES[rule.scope]} ${HARM_WORDS[rule.harm]} ${severities(rule)}`,
    '',
    ...examplesOf(rule.id).map((example) => `- ${EXPECTATIONS[example.expect]}: ${example.title}${shown(example)}`),
    '',
    rule.links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
    '',
  ];
}

const SCOPES = {
  line: 'Looks at a Set-Cookie line.',
  cookie: 'Looks at a cookie.',
  session: 'Looks at a stretch of being signed in.',
  site: 'Looks at a site as a whole.',
} as const;

const HARM_WORDS: Readonly<Record<Harm, string>> = {
  'session-taken': 'Somebody else can get or go on using a session.',
  'cookie-broken': 'A cookie does not work as meant.',
  'session-exposed': 'A guard of the session is missing.',
  'request-forged': 'Another site can act for the user.',
  'data-disclosed': 'Others read what is not theirs.',
  none: 'Nothing is lost yet.',
};

const EXPECTATIONS = {
  fail: 'Fails',
  pass: 'Passes',
  unknown: 'Cannot tell',
  'not-applicable': 'Does not apply',
} as const;

/** "error for session id (−30), note otherwise (−8)" */
function severities({ points, severity, scope }: Rule<RuleId>): string {
  const cost = (level: Severity): string => `${level} (−${points[level]})`;
  if (scope === 'session' || scope === 'site') return severity.otherwise === null ? '' : `${capital(cost(severity.otherwise))}.`;
  const levels = byRole(severity).filter(([, level]) => level !== severity.otherwise);
  const named = (['error', 'warning', 'note'] as const).flatMap((level) => {
    const roles = levels.filter(([, each]) => each === level).map(([role]) => role);
    return roles.length === 0 ? [] : [`${cost(level)} for ${roles.join(', ')}`];
  });
  const spared = levels.filter(([, level]) => level === null).map(([role]) => role);
  if (spared.length > 0) named.push(`nothing for ${spared.join(', ')}`);
  const rest =
    severity.otherwise === null
      ? 'nothing otherwise'
      : named.length === 0
        ? cost(severity.otherwise)
        : `${cost(severity.otherwise)} otherwise`;
  return `${capital([...named, rest].join('; '))}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const LONGEST = 100;

/** The line of an example of one line; longer ones are told by their sentence alone. */
function shown({ steps, of }: RuleExample): string {
  const sets = steps.flatMap((step) => step.sets ?? []);
  const [line] = sets;
  return steps.length === 1 &&
    sets.length === 1 &&
    line !== undefined &&
    of !== undefined &&
    line.length <= LONGEST &&
    !/[^\x20-\x7e]/.test(line)
    ? ` – \`${line}\``
    : '';
}

function grading(): readonly string[] {
  return [
    '## How a grade is made',
    '',
    `Version ${WEIGHTS_VERSION} of the weights. Every cookie begins with 100; its findings take points off. The site’s mean counts each`,
    'cookie by its role, findings that no cookie of the jar bears come off the site, and the worst cookie that signs a user in',
    'caps it. Third parties are graded apart.',
    '',
    '| Letter | from |',
    '|---|---|',
    ...LETTERS.map((letter) => `| ${letter} | ${BANDS[letter]} |`),
    '',
    '| Role | weight |',
    '|---|---|',
    ...Object.entries(ROLE_WEIGHTS).map(([role, weight]) => `| ${role} | ${weight} |`),
    '',
  ];
}

function elsewhere(): readonly string[] {
  return [
    '## What others check, and where it is here',
    '',
    ...coverage.flatMap(({ name, url, conditions }) => [
      `### [${name}](${url})`,
      '',
      '| | checks | here | |',
      '|---|---|---|---|',
      ...conditions.map(
        ({ id, about, rules: here, note }) =>
          `| ${id} | ${about} | ${here.map((rule) => `[${rule}](#${rule})`).join(', ') || '–'} | ${note} |`,
      ),
      '',
    ]),
  ];
}

const markdown = (sentence: Sentence): string =>
  sentence.map((piece) => (typeof piece === 'string' ? escaped(piece) : `\`${plain([piece])}\``)).join('');

const escaped = (text: string): string => text.replace(/[*_<>[\]]/g, (char) => `\\${char}`);

import { LETTERS } from '../../analysis/grade/weights';
import { say, sayCount } from '../../words/catalogue';
import {
  REPORT_FORMAT,
  REPORT_VERSION,
  type Report,
  type ReportedFinding,
  type ReportedIncident,
  type ReportedRecording,
} from '../model/report-schema';
import type { Baseline } from './baseline';
import { budgetsOf } from './budgets';
import type { Config } from './config-schema';
import { type FailOn, SEVERITIES } from './fail-on';

export interface Policy {
  readonly config: Config;
  /** null = none: all is new. */
  readonly baseline: Baseline | null;
  readonly failOn: readonly FailOn[];
}

/** A report of recordings, with what is new, known or ignored in each, its budgets, and why it fails a build. */
export function judged(recordings: readonly ReportedRecording[], unread: Report['unread'], policy: Policy): Report {
  const standing = standingUnder(policy);
  const all = recordings.map(
    (recording): ReportedRecording => ({
      ...recording,
      findings: recording.findings.map((finding) => ({ ...finding, ...standing(finding, finding.rule, finding.cookie?.name) })),
      incidents: recording.incidents.map((one) => ({ ...one, ...standing(one, one.kind, one.cookie ?? undefined) })),
      budgets: budgetsOf(recording.sites, policy.config),
    }),
  );
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    recordings: all,
    unread,
    failures: [...policy.failOn.flatMap((condition) => failuresOn(condition, all)), ...overBudget(all)],
  };
}

type Standing = Pick<ReportedFinding, 'standing' | 'reason'>;
type Fault = Pick<ReportedFinding | ReportedIncident, 'fingerprint' | 'site'>;

function standingUnder({ config, baseline }: Policy): (fault: Fault, rule: string, cookie: string | undefined) => Standing {
  const known = new Set(baseline?.known.map(({ fingerprint }) => fingerprint));
  const ignored = config.ignore.map((entry) => ({
    ...entry,
    names: entry.cookie === undefined ? null : patternOf(entry.cookie),
  }));
  return ({ fingerprint, site }, rule, cookie) => {
    const accepted = ignored.find(
      (entry) =>
        (entry.rule === undefined || entry.rule === rule) &&
        (entry.site === undefined || entry.site === site) &&
        (entry.names === null || (cookie !== undefined && entry.names.test(cookie))),
    );
    if (accepted !== undefined) return { standing: 'ignored', reason: accepted.reason };
    return { standing: known.has(fingerprint) ? 'known' : 'new', reason: null };
  };
}

/** `*` stands for any part of a name. */
const patternOf = (names: string): RegExp =>
  new RegExp(
    `^${names
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

function failuresOn(condition: FailOn, recordings: readonly ReportedRecording[]): readonly string[] {
  switch (condition.kind) {
    case 'severity': {
      const { severity } = condition;
      const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
      const count = recordings.flatMap(({ findings }) =>
        findings.filter((each) => each.standing === 'new' && counted.includes(each.severity)),
      ).length;
      return count === 0 ? [] : [sayCount(`audit.fails.${severity}`, count)];
    }
    case 'incident': {
      // What breaks at another site is told, and is for others to fix.
      const count = recordings.flatMap(({ incidents, sites }) =>
        incidents.filter(
          (each) => each.standing === 'new' && each.confidence !== 'possible' && sites.some(({ site }) => site === each.site),
        ),
      ).length;
      return count === 0 ? [] : [sayCount('audit.fails.incident', count)];
    }
    case 'grade': {
      const worst = LETTERS.indexOf(condition.letter);
      return recordings.flatMap(({ sites }) =>
        sites.flatMap(({ site, letter }) =>
          letter !== null && LETTERS.indexOf(letter) > worst
            ? [say('audit.fails.grade', { site, found: letter, limit: condition.letter })]
            : [],
        ),
      );
    }
    default:
      return condition satisfies never;
  }
}

const overBudget = (recordings: readonly ReportedRecording[]): readonly string[] =>
  recordings.flatMap(({ budgets }) =>
    budgets
      .filter(({ isOver }) => isOver)
      .map(({ site, budget, limit, found }) => say(`audit.fails.${budget}`, { site, limit, found })),
  );

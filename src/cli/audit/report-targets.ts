import type { Report } from '../../report/model/report-schema';
import { htmlReport } from '../../report/rendering/html-report';
import { markdownReport } from '../../report/rendering/markdown-report';
import { sarifReport } from '../../report/rendering/sarif-report';
import { NO_PAINT, type Paint, textReport } from '../../report/rendering/text-report';

export const REPORT_FORMATS = ['text', 'json', 'sarif', 'markdown', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A format of the report, and where it goes to. */
export interface ReportTarget {
  readonly format: ReportFormat;
  /** null = the terminal. */
  readonly file: string | null;
}

/** What `--format` asks for, text where it was not given; a word = there is no such format. */
export function reportTargets(given: readonly string[]): readonly ReportTarget[] | string {
  const targets: ReportTarget[] = [];
  for (const each of given.length === 0 ? ['text'] : given) {
    const at = each.indexOf('=');
    const word = at < 0 ? each : each.slice(0, at);
    const format = REPORT_FORMATS.find((known) => known === word);
    if (format === undefined) return word;
    targets.push({ format, file: at < 0 ? null : each.slice(at + 1) });
  }
  return targets;
}

interface Writing {
  /** Of Cookie Flow. */
  readonly version: string;
  /** Of the terminal that it goes to; null = it goes into a file. */
  readonly paint: Paint | null;
}

/** A report in a format. */
export function reportText(report: Report, format: ReportFormat, { version, paint }: Writing): string {
  switch (format) {
    case 'text':
      return textReport(report, paint ?? NO_PAINT);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'sarif':
      return sarifReport(report, version);
    case 'markdown':
      return markdownReport(report);
    case 'html':
      return htmlReport(report);
    default:
      return format satisfies never;
  }
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mergedReports, readReport } from '../../report/model/read-report';
import type { Report } from '../../report/model/report-schema';
import { listText } from '../../words/format';
import { publish, REPORT_OPTIONS, reportingOf } from '../audit/reporting';
import { type Command, EXIT, RunError } from '../command/command';
import { meaningOf, readJson, statusOf } from '../command/files';

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'Makes one report of what audits with --out have left: of all the shards of a build, say.',
  operands: 'DIR…',
  count: [1, Number.POSITIVE_INFINITY],
  options: REPORT_OPTIONS,
  examples: [
    { line: 'cookie-flow merge shard-1 shard-2', says: 'One report of two folders.' },
    { line: 'cookie-flow merge results --format html=cookies.html --fail-on error', says: 'As a page, with another limit.' },
  ],
  run(given, terminal) {
    const reporting = reportingOf(given);
    const files = given.operands.flatMap(reportFilesIn);
    if (files.length === 0) throw new RunError(`${listText(given.operands)}: there is no report. audit --out DIR writes them.`);
    const merged = mergedReports(files.map(reportIn));
    for (const { file, why } of merged.unread) terminal.note(`${file}: ${why}`);
    const code = publish(merged, reporting, terminal);
    return merged.unread.length > 0 ? EXIT.failed : code;
  },
};

function reportFilesIn(folder: string): readonly string[] {
  // A shell may have named what is in the folder.
  if (statusOf(folder)?.isFile() === true) return [folder];
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    throw new RunError(`${folder} cannot be read: ${meaningOf(error)}.`);
  }
}

function reportIn(file: string): Report {
  const report = readReport(readJson(file));
  if (report === null) throw new RunError(`${file} is no report of Cookie Flow. audit --out DIR writes them.`);
  return report;
}

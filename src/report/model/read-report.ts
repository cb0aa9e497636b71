import * as v from 'valibot';
import { type Report, reportSchema } from './report-schema';

/** A report that was written as JSON; null = it is none that can be read. */
export function readReport(json: unknown): Report | null {
  const read = v.safeParse(reportSchema, json);
  return read.success ? read.output : null;
}

/**
 * Several reports as one list: of a file that is in more than one, the recording counts before the complaint that it could not
 * be read, and else the last.
 */
export function mergedReports(reports: readonly Report[]): Pick<Report, 'recordings' | 'unread'> {
  const recordings = new Map(reports.flatMap((report) => report.recordings.map((each) => [each.file, each] as const)));
  const unread = new Map(reports.flatMap((report) => report.unread.map((each) => [each.file, each] as const)));
  return { recordings: [...recordings.values()], unread: [...unread.values()].filter(({ file }) => !recordings.has(file)) };
}

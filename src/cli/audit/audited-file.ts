import { randomBytes } from 'node:crypto';
import { digestUnder } from '../../platform/digest';
import type { AnalysisOptions } from '../../report/model/analysed';
import { type FileReport, reportOn } from '../../report/report-on';
import { octetsOrProblem } from '../command/files';

export type FileAuditOptions = Omit<AnalysisOptions, 'digest'>;

/** What is to be said of a file. Nothing is thrown. */
export function auditedFile(file: string, options: FileAuditOptions): FileReport {
  const octets = octetsOrProblem(file);
  if (typeof octets === 'string') return { kind: 'refused', cause: 'unreadable', why: octets };
  return reportOn(octets, file, { ...options, digest: digestUnder(randomBytes(32).toString('hex')) });
}

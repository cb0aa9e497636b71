import { randomBytes } from 'node:crypto';
import { digestUnder } from '../../platform/digest';
import type { AnalysisOptions } from '../../report/model/analysed';
import { type FileReport, reportOn } from '../../report/report-on';
import { octetsOrProblem, statusOf } from '../command/files';

export type FileAuditOptions = Omit<AnalysisOptions, 'digest'>;

/** What is to be said of a file. Nothing is thrown. */
export function auditedFile(file: string, options: FileAuditOptions): FileReport {
  const octets = octetsOrProblem(file);
  if (typeof octets === 'string') return { kind: 'refused', cause: 'unreadable', why: octets + addressHint(file) };
  return reportOn(octets, file, { ...options, digest: digestUnder(randomBytes(32).toString('hex')) });
}

/** What is typed without its scheme is a file: `localhost:3000`, `www.shop.example`, `shop.example/account`. */
const addressHint = (file: string): string =>
  statusOf(file) === null && /^(?:[a-z][a-z+.-]*:\/\/|www\.|localhost\b|[\w.-]+:\d+(?:\/|$)|(?:[\w-]+\.)+[a-z]{2,}\/)/i.test(file)
    ? '. An address begins with http:// or https://'
    : '';

import type { ReportedRecording } from '../../report/model/report-schema';
import type { FileReport } from '../../report/report-on';
import { RunError } from '../command/command';
import { pooled } from './pooled';
import type { Reported } from './reporting';
import type { ResultFolder } from './result-folder';

/** What is to be audited, and how. */
export interface AuditRun {
  /** Files and addresses, in the order of the report. */
  readonly targets: readonly string[];
  /** How many at once. */
  readonly concurrency: number;
  /** Where results are kept; null = nowhere but in the report. */
  readonly folder: ResultFolder | null;
  readonly audit: (target: string) => Promise<FileReport>;
  /** Called with each that has ended: what there is to be said, and how many have. `isKept`: it is that of an earlier run. */
  readonly progress: (target: string, result: FileReport, state: { readonly done: number; readonly isKept: boolean }) => void;
  /** Stops the run: what has not ended then is not in the report. */
  readonly signal: AbortSignal;
}

export interface AuditEnd extends Reported {
  /** Targets that were not audited, for the run was stopped. */
  readonly left: readonly string[];
  /** All that could not be read had no cookies in it: how to export them is said. */
  readonly isBare: boolean;
  /** Why results could not be kept, which stops the run; null = they were. */
  readonly trouble: RunError | null;
}

/** Audits all targets. What is finished stays finished whatever happens to the others. */
export async function auditAll({ targets, concurrency, folder, audit, progress, signal }: AuditRun): Promise<AuditEnd> {
  // As text, which takes a fraction of the memory: there may be thousands.
  const results = new Map<string, string>();
  const stop = new AbortController();
  let trouble: RunError | null = null;
  const finish = (target: string, result: FileReport, isKept: boolean) => {
    results.set(target, JSON.stringify(result));
    progress(target, result, { done: results.size, isKept });
  };
  await pooled(targets, concurrency, AbortSignal.any([signal, stop.signal]), async (target) => {
    const before = folder?.finished(target) ?? null;
    if (before !== null) return finish(target, before, true);
    const result = await audit(target);
    if (signal.aborted && result.kind === 'refused') return;
    finish(target, result, false);
    try {
      folder?.keep(target, result);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      trouble = error;
      stop.abort();
    }
  });
  return { ...told(targets, results), trouble };
}

function told(targets: readonly string[], results: ReadonlyMap<string, string>): Omit<AuditEnd, 'trouble'> {
  const recordings: ReportedRecording[] = [];
  const unread: { readonly file: string; readonly why: string }[] = [];
  let isBare = true;
  for (const file of targets) {
    const text = results.get(file);
    if (text === undefined) continue;
    const result = JSON.parse(text) as FileReport;
    if (result.kind === 'reported') recordings.push(result.recording);
    else {
      unread.push({ file, why: result.why });
      isBare &&= result.cause === 'no-cookies';
    }
  }
  return { recordings, unread, isBare, left: targets.filter((target) => !results.has(target)) };
}

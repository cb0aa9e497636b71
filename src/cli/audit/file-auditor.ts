import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FileReport } from '../../report/report-on';
import type { FileAuditOptions } from './audited-file';
import { auditedFile } from './audited-file';

/** Audits files, in this thread or in others beside it. */
export interface FileAuditor {
  readonly audit: (file: string) => Promise<FileReport>;
  readonly close: () => Promise<void>;
}

/** Audits a single file in this thread, which saves the start of another; nothing can interrupt it but the end of the process. */
export const soleFileAuditor = (options: FileAuditOptions): FileAuditor => ({
  audit: async (file) => auditedFile(file, options),
  close: async () => undefined,
});

/**
 * As many threads as files are audited at once, so that this one hears of Ctrl-C meanwhile.
 * @param script of the threads
 * @param signal ends them at once
 */
export function fileAuditor(options: FileAuditOptions, script: URL, signal: AbortSignal): FileAuditor {
  const idle: Worker[] = [];
  const all: Worker[] = [];
  signal.addEventListener('abort', () => all.forEach((worker) => void worker.terminate()), { once: true });
  return {
    async audit(file) {
      const worker = idle.pop() ?? started(script, all);
      worker.postMessage({ file, options });
      const result = await answerOf(worker);
      // A thread that has ended is not taken again.
      if (typeof result === 'string') return { kind: 'refused', cause: 'unreadable', why: result };
      idle.push(worker);
      return result;
    },
    async close() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

function started(script: URL, all: Worker[]): Worker {
  const worker = new Worker(script);
  all.push(worker);
  return worker;
}

/** The report of a thread, or why it ended without one: it may have run out of memory. */
async function answerOf(worker: Worker): Promise<FileReport | string> {
  const stop = new AbortController();
  const { signal } = stop;
  try {
    const answer = once(worker, 'message', { signal }).then(([result]) => result as FileReport);
    const end = once(worker, 'exit', { signal }).then(([code]) => `the thread that analysed it ended with ${code}`);
    return await Promise.race([answer, end]);
  } catch (error) {
    return `it could not be analysed: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    stop.abort();
  }
}

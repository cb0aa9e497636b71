import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FileReport } from '../../report/report-on';
import type { FileAuditOptions } from './audited-file';
import { auditedFile } from './audited-file';

/** Audits files, in this thread or in several beside it. */
export interface FileAuditor {
  readonly audit: (file: string) => Promise<FileReport>;
  readonly close: () => Promise<void>;
}

/** @param script of the worker threads */
export function fileAuditor(options: FileAuditOptions, threads: number, script: URL): FileAuditor {
  if (threads < 2) return { audit: async (file) => auditedFile(file, options), close: async () => undefined };
  const idle: Worker[] = [];
  const all: Worker[] = [];
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

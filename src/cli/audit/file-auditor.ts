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
      // A thread that ends in an error (out of memory, say) rejects this: it is not taken again.
      const [result] = (await once(worker, 'message')) as [FileReport];
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

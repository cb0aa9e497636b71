import { parentPort } from 'node:worker_threads';
import { auditedFile, type FileAuditOptions } from './audit/audited-file';

// A thread beside the program that audits one file after another.
parentPort?.on('message', ({ file, options }: { readonly file: string; readonly options: FileAuditOptions }) =>
  parentPort?.postMessage(auditedFile(file, options)),
);

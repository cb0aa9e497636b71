import type { Fact } from '../../../analysis/facts/fact';
import type { ExportedText } from '../../../formats/export-recording';
import type { Imported } from '../../../formats/import-file';
import type { ReadProgress } from '../../../formats/reading/read-progress';
import type { Job, JobAnswer } from './messages';

/** How a job ended. */
export type JobEnd =
  | { readonly kind: 'imported'; readonly imported: Imported }
  | { readonly kind: 'exported'; readonly exported: ExportedText }
  /** It could not be done; in words of the browser. */
  | { readonly kind: 'failed'; readonly words: string };

/**
 * Has a worker of its own do a job.
 * @param done told once, unless the job is cancelled
 * @param onProgress told now and then how far a file is read
 * @returns cancels it
 */
export function startJob(
  job: Job,
  done: (end: JobEnd) => void,
  onProgress: (progress: ReadProgress) => void = () => undefined,
): () => void {
  const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module' });
  const facts: Fact[] = [];
  const end = (how: JobEnd) => {
    worker.terminate();
    done(how);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<JobAnswer>) => {
    if (data.kind === 'facts') for (const fact of data.facts) facts.push(fact);
    else if (data.kind === 'progress') onProgress(data.progress);
    else if (data.kind === 'imported' && data.imported.kind === 'recording')
      end({ kind: 'imported', imported: { ...data.imported, facts } });
    else end(data);
  });
  worker.addEventListener('error', ({ message }) => end({ kind: 'failed', words: message || 'Worker' }));
  worker.postMessage(job);
  return () => worker.terminate();
}

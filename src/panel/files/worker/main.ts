import { exportRecording } from '../../../formats/export-recording';
import { type Imported, importFile, tooLarge } from '../../../formats/import-file';
import type { ReadProgress } from '../../../formats/reading/read-progress';
import { digestUnder } from '../../../platform/digest';
import type { Job, JobAnswer } from './messages';

/** Facts in one message: the panel takes each in some milliseconds. */
const SLICE = 4000;
/** Octets read at once. */
const PIECE = 2 * 1024 * 1024;

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  work(data).catch((error: unknown) => tell({ kind: 'failed', words: error instanceof Error ? error.message : String(error) }));
});

async function work(job: Job): Promise<void> {
  if (job.kind === 'import') answerImport(await imported(job));
  else {
    const { facts, format, key, redactionKey, ignored } = job;
    const exported = exportRecording(facts, format, {
      digest: key === null ? null : digestUnder(key),
      redaction: redactionKey === null ? null : digestUnder(redactionKey),
      ignored,
    });
    tell({ kind: 'exported', exported });
  }
}

async function imported({ file, key }: Extract<Job, { readonly kind: 'import' }>): Promise<Imported> {
  return tooLarge(file.size) ?? importFile(await octetsOf(file), digestUnder(key), tellProgress);
}

async function octetsOf(file: Blob): Promise<Uint8Array> {
  const octets = new Uint8Array(file.size);
  for (let at = 0; at < file.size; at += PIECE) {
    tellProgress({ step: 'octets', done: at, all: file.size });
    octets.set(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()), at);
  }
  tellProgress({ step: 'octets', done: file.size, all: file.size });
  return octets;
}

function answerImport(read: Imported): void {
  const facts = read.kind === 'recording' ? read.facts : [];
  for (let at = 0; at < facts.length; at += SLICE) tell({ kind: 'facts', facts: facts.slice(at, at + SLICE) });
  tell({ kind: 'imported', imported: read.kind === 'recording' ? { ...read, facts: [] } : read });
}

const tellProgress = (progress: ReadProgress): void => tell({ kind: 'progress', progress });

const tell = (answer: JobAnswer): void => postMessage(answer);

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const NAME = 'cookie-flow-run-';

/**
 * Before a run of vitest: what its workers put into the folder for temporary files goes with the run, however they end.
 * Vitest calls this for each of its projects: the first one's folder does for all.
 */
export default function sweptFolder(): (() => void) | undefined {
  if (basename(tmpdir()).startsWith(NAME)) return;
  const folder = mkdtempSync(join(tmpdir(), NAME));
  // A database server of the tests runs as another user.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ProfileFolder {
  readonly path: string;
  remove(): void;
}

/** A fresh folder for a browser's profile; removed at the latest when this process ends. */
export function profileFolder(browser: string): ProfileFolder {
  const path = mkdtempSync(join(tmpdir(), `cookie-flow-${browser}-`));
  // A browser that is just ending may still write: hence the retries.
  const remove = () => {
    process.off('exit', remove);
    rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  process.once('exit', remove);
  return { path, remove };
}

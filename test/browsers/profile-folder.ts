import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ProfileFolder {
  readonly path: string;
  remove(): void;
}

/**
 * A fresh folder for a browser's profile; removed at the latest when this process ends. What a browser that is just ending still
 * writes is no fault of a test: then it is removed at the end.
 */
export function profileFolder(browser: string): ProfileFolder {
  const path = mkdtempSync(join(tmpdir(), `cookie-flow-${browser}-`));
  const remove = () => {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      process.off('exit', remove);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    }
  };
  process.on('exit', remove);
  return { path, remove };
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Tells the service worker of the page which files there are. @param folder of files that are copied as they are */
export function offlineFiles(folder: string): Plugin {
  return {
    name: 'offline-files',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'service-worker');
      if (worker?.type !== 'chunk') throw new Error('The page has no service worker.');
      const copied = readdirSync(folder);
      const built = Object.keys(bundle).filter((name) => name !== worker.fileName && !/\.(?:map|txt)$|LICENSE$/.test(name));
      const files = [...new Set([...built, ...copied])].sort();
      const hash = createHash('sha256').update(worker.code);
      for (const file of Object.values(bundle)) hash.update(file.type === 'chunk' ? file.code : file.source);
      for (const name of copied) hash.update(readFileSync(join(folder, name)));
      worker.code = worker.code
        .replaceAll('__FILES__', JSON.stringify(files.map((name) => `./${name}`)))
        .replaceAll('__VERSION__', JSON.stringify(hash.digest('hex').slice(0, 16)));
    },
  };
}

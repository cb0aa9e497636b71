import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { exampleDigest } from '../../../test/build/example-facts';
import { importFile } from '../../formats/import-file';
import { say } from '../../words/catalogue';
import type { JobAnswer } from './worker/messages';

/** What the browser has and Node has not: a worker, which reads a file as ours does, and frames. */
class FileReadingWorker extends EventTarget {
  async postMessage({ file }: { readonly file: Blob }) {
    const imported = importFile(new Uint8Array(await file.arrayBuffer()), exampleDigest);
    if (imported.kind === 'recording') this.#tell({ kind: 'facts', facts: imported.facts });
    this.#tell({ kind: 'imported', imported: imported.kind === 'recording' ? { ...imported, facts: [] } : imported });
  }

  terminate() {}

  #tell(data: JobAnswer) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

let findingsOfFile: typeof import('./findings-of-file').findingsOfFile;

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('Worker', FileReadingWorker);
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setImmediate(then));
  ({ findingsOfFile } = await import('./findings-of-file'));
});

const read = (text: string) => findingsOfFile(new File([text], 'before.json'), async () => undefined);

test('the findings of a recording in a file are those of its site, with their headings', async () => {
  const found = await read(readFileSync('test/recordings/chromium-sign-in.json', 'utf8'));
  if (!('earlier' in found)) throw new Error(found.refused);
  expect(found.earlier).toMatchObject({ name: 'before.json', site: 'shop.localhost' });
  expect(found.earlier.findings.length).toBeGreaterThan(0);
  for (const { id, heading } of found.earlier.findings) expect([id, heading]).toEqual([expect.any(String), expect.anything()]);
});

test('a file of cookies, one without a page, and one that is none are refused, and why is said', async () => {
  const cookies = '# Netscape HTTP Cookie File\nshop.example\tFALSE\t/\tTRUE\t0\tsid\t1\n';
  expect(await read(cookies)).toEqual({ refused: say('findings.earlier.no-recording') });

  const facts = (JSON.parse(readFileSync('test/recordings/chromium-sign-in.json', 'utf8')) as readonly unknown[]).slice(0, 1);
  expect(await read(JSON.stringify(facts))).toEqual({ refused: say('findings.earlier.no-page') });
  expect(await read('<!doctype html>')).toMatchObject({ refused: expect.stringMatching(/\S/) });
});

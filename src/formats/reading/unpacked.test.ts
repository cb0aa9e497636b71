import { gzipSync, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpacked } from './unpacked';

const LIMIT = 1_000_000;
const all = () => true;

/** Zeros take next to nothing when they are packed. */
const zeros = (octets: number): Uint8Array => new Uint8Array(octets);

describe('an archive that swells is stopped', () => {
  it.each([
    ['gzip', gzipSync(zeros(LIMIT + 1))],
    ['zlib', zlibSync(zeros(LIMIT + 1))],
    ['zip, in one file', zipSync({ 'a.har': zeros(LIMIT + 1) })],
    ['zip, in several files', zipSync({ 'a.har': zeros(LIMIT / 2), 'b.har': zeros(LIMIT / 2), 'c.har': zeros(1) })],
  ])('%s', (_, archive) => {
    expect(archive.length).toBeLessThan(LIMIT / 100);
    expect(unpacked(archive, all, LIMIT)).toMatchObject({ kind: 'refused', why: 'too-large' });
  });

  it('and one below the limit is not', () => {
    expect(unpacked(gzipSync(zeros(LIMIT - 1)), all, LIMIT)).toMatchObject({ kind: 'files' });
    expect(
      unpacked(zipSync({ 'a.har': zeros(LIMIT - 1), 'b.txt': zeros(LIMIT) }), (name) => name === 'a.har', LIMIT),
    ).toMatchObject({ kind: 'files' });
  });
});

import { expect, test } from 'vitest';
import { bytes } from '../analysis/engine/base/bytes';
import { digestKey, digestUnder } from './digest';
import { digestsUnder } from './digests';

test('are those that the recorder makes', async () => {
  const key = digestKey();
  const values = [bytes('abcdefgh'), bytes('é'), bytes('a'.repeat(5000))];
  const digests = digestsUnder(key);
  await digests.make(values);
  expect(values.map(digests.of)).toEqual(values.map(digestUnder(key)));
});

test('are not known before they were made', async () => {
  const digests = digestsUnder(digestKey());
  expect(digests.of(bytes('abcdefgh'))).toBeNull();
  await digests.make([bytes('abcdefgi')]);
  expect(digests.of(bytes('abcdefgh'))).toBeNull();
});

test('a key that is none is reported to whoever asks for digests', async () => {
  await expect(digestsUnder('').make([bytes('abcdefgh')])).rejects.toThrow();
});

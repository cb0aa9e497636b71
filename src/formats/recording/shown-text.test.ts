import { expect, test } from 'vitest';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { digestOf, hexDigestOf } from '../../../test/build/trace';
import { exportRecording, type RecordingFormatId } from '../export-recording';

/** What hides, turns round or steers, and what calls somebody where Markdown is read. */
const HOSTILE = 'a\u001b[2J\u009b\u202e@octocat\u2066b';

const exported = (id: RecordingFormatId): string => {
  const { facts } = aRecording('chromium').add(
    aResponse().from('https://shop.example/x').by(HOSTILE).carrying(`${HOSTILE}=1`).sets(`${HOSTILE}=1; Path=/; ${HOSTILE}`),
  );
  return exportRecording(facts, id, { digest: digestOf, redaction: hexDigestOf }).text;
};

test.each(['markdown', 'report', 'mermaid', 'svg'] as const)('%s shows what would steer who reads it', (id) => {
  expect(exported(id)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  expect(exported(id)).toContain('u202e');
});

test('a report calls nobody by the name of a cookie', () => {
  expect(exported('report')).not.toContain('@octocat');
});

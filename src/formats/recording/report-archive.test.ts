import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { aTrace, digestOf, hexDigestOf } from '../../../test/build/trace';
import { svgTexts } from '../../../test/build/xml';
import { exportRecording } from '../export-recording';

const FACTS = aTrace('https://app.example', 'GET / 200 | sid={A}; HttpOnly');
const archived = () => exportRecording(FACTS, 'report', { digest: digestOf, redaction: hexDigestOf });

test('the report names the picture that lies beside it, and holds no other drawing', () => {
  const files = unzipSync(archived().archive ?? new Uint8Array());
  const [, picture = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(archived().text) ?? [];
  expect(Object.keys(files).toSorted()).toEqual([picture, 'report.md'].toSorted());
  expect(strFromU8(files['report.md'] ?? new Uint8Array())).toBe(archived().text);
  expect(svgTexts(strFromU8(files[picture] ?? new Uint8Array()))).toContain('app.example');
  expect(archived().text).not.toContain('mermaid');
});

test('the same recording gives the same archive', () => {
  expect(archived().archive).toEqual(archived().archive);
});

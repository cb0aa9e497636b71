import { expect, test } from 'vitest';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { exchangesOf, replayed } from '../../../test/build/rows';
import { mermaidText } from './mermaid';

test('a long label is cut between characters, never within one that is written by number', () => {
  const sets = Array.from({ length: 12 }, (_, at) => `${'x'.repeat(186 + at)}<<🍪=1; Path=/`);
  const text = mermaidText(
    exchangesOf(
      replayed(
        aRecording('chromium').add(
          aResponse()
            .from('https://shop.example/')
            .sets(...sets),
        ),
      ),
    ),
  );
  expect(text).toContain('#60;');
  expect(text.match(/#(?!\d+;)/g)).toBeNull();
  expect(Buffer.from(text).toString()).toBe(text);
});

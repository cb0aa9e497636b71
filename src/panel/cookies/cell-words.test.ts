import { expect, test } from 'vitest';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { replayed } from '../../../test/build/rows';
import { instant } from '../../analysis/engine/base/units';
import { runToEnd } from '../../analysis/session/shared/chunked';
import { analyze } from '../analysis-scheduler/analyze';
import { cellWords } from './cell-words';
import { cookieRows } from './cookie-row';

/** The title of the cell `Sent` after so many pages that follow the one which sets the cookie. */
function sentTitle(pages: number): string | undefined {
  const page = () => aResponse().from('https://shop.example/');
  const later = Array.from({ length: pages }, () => page().carrying('a=1'));
  const replay = replayed(aRecording('chromium').add(page().sets('a=1; Path=/'), ...later));
  const [row] = cookieRows(replay, runToEnd(analyze(replay, null)));
  return row && cellWords(row, 'sent', instant(0), false).title;
}

test.each([
  [0, 'It applies to no recorded request'],
  [1, 'Sent with the 1 request that it applies to'],
  [2, 'Sent with all 2 requests that it applies to'],
])('with %i requests after it was set, a cookie is said to be: %s', (pages, title) => {
  expect(sentTitle(pages)).toBe(title);
});

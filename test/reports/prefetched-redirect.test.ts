import { expect, test } from 'vitest';
import { aJarRead } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';

const A = 'https://a.example';
const B = 'https://b.example';

test('a redirect of what another site’s page prefetches carries a cookie of the store that is kept for it: not told either', () => {
  const recording = aRecording('chromium')
    .add(navigated(`${B}/`), aJarRead(null))
    .after(500)
    .add(
      aResponse()
        .from(`${A}/next`)
        .request({ purpose: 'prefetch' })
        .sets('n=1; Secure; Path=/')
        .redirectsTo(aResponse().from(`${A}/there`).request({ purpose: 'prefetch' }).carrying('n=1').sets('m=1; Secure; Path=/')),
    );
  const second = exchangesOf(replayed(recording)).at(-1);
  const untold = { outcome: 'cannot-tell', missing: ['cross-site-prefetch'] };
  expect(second?.cookies).toMatchObject([{ name: 'n', predicted: untold, agreement: 'not-observed' }]);
  expect(second?.lines[0]?.predicted).toMatchObject(untold);
});

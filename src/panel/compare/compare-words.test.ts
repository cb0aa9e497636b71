import { expect, test } from 'vitest';
import { aChange, aCookie } from '../../../test/build/cookie';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { replayed } from '../../../test/build/rows';
import { type Compared, compare } from '../../analysis/compare/compare';
import { differenceWords, leading, placeText } from './compare-words';

const SHOP = 'https://shop.example';

/** A page that another site posts to, with a cookie of this SameSite. */
function posted(sameSite: 'lax' | 'none', line: string): Compared {
  const sends = sameSite === 'none';
  const cookie = aCookie('corr=1').on('shop.example').secure().sameSite(sameSite);
  const recording = aRecording('chromium').add(
    aResponse().from(`${SHOP}/login`).sets(`corr=1; Path=/; Secure; SameSite=${sameSite}`).telling(aChange().added(cookie)),
  );
  const callback = aResponse().from(`${SHOP}/callback`).by('POST').linkedFrom('https://idp.example').sets(line);
  recording.after(200_000).add(sends ? callback.carrying('corr=1') : callback.status(403));
  return { rows: replayed(recording).rows, jar: [], findings: [], incidents: [] };
}

test('a difference is reported for each side, with the reason where a cookie was held back or refused', () => {
  const { rows, parting } = compare(
    posted('lax', '__Host-x=1; Secure; Path=/; Domain=shop.example'),
    posted('none', '__Host-x=1; Secure; Path=/'),
  );
  const row = rows[parting ?? -1];
  expect(parting).toBe(1);
  expect(row?.differences.map((each) => row && differenceWords(each, row))).toEqual([
    { a: 'status 403', b: 'status 200' },
    { a: 'corr withheld: SameSite=Lax, cross-site POST', b: 'corr sent' },
    { a: '__Host-x rejected: __Host- forbids Domain', b: '__Host-x stored' },
  ]);
});

test('of several differences a cookie that did not go is reported first', () => {
  const [status, sent] = [
    { kind: 'status', a: 200, b: 403 },
    { kind: 'sent', by: 'a', name: 'sid', other: 'withheld' },
  ] as never[];
  expect(leading([status, sent] as never)).toBe(sent);
  expect(leading([status] as never)).toBe(status);
  expect(leading([])).toBeUndefined();
});

test('an address is reported without what only one visit has in its query', () => {
  expect(placeText('https://shop.example:8443/cb?code=secret#x')).toBe('shop.example:8443/cb');
});

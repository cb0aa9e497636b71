import { expect, test } from 'vitest';
import { aChange, aCookie } from '../../../test/build/cookie';
import { aRecording, type RecordingBuilder } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { replayed } from '../../../test/build/rows';
import { asJarCookie } from '../facts/jar-cookie';
import type { Finding } from '../rules/audit';
import { type Compared, compare } from './compare';

const SHOP = 'https://shop.example';
const IDP = 'https://idp.example';

/** A recording without its analysis. */
function compared(recording: RecordingBuilder): Compared {
  const { rows, jar } = replayed(recording);
  return { rows, jar: [...jar.all()].map(asJarCookie), findings: [], incidents: [] };
}

/** A sign-in whose correlation cookie comes back from the other site, or does not. */
const finding = (rule: Finding['rule'], ...about: Finding['about']) => ({ rule, about }) as Finding;

function signIn(value: string, attributes: string, comesBack: boolean, browser: 'chromium' | 'firefox' = 'chromium') {
  const cookie = aCookie(`corr=${value}`)
    .on('shop.example')
    .secure()
    .sameSite(attributes.includes('None') ? 'none' : 'lax');
  const recording = aRecording(browser);
  recording.add(aResponse().from(`${SHOP}/`));
  recording
    .after(100)
    .add(
      aResponse()
        .from(`${SHOP}/login`)
        .linkedFrom(SHOP)
        .sets(`corr=${value}; Path=/; Secure; ${attributes}`)
        .telling(aChange().added(cookie)),
    );
  const callback = aResponse().from(`${SHOP}/callback`).by('POST').linkedFrom(IDP).status(303);
  if (comesBack) callback.carrying(`corr=${value}`).sets('sid=1; Path=/; Secure; HttpOnly');
  recording.after(1000).add(callback.redirectsTo(aResponse().from(comesBack ? `${SHOP}/account` : `${SHOP}/sign-in?error=1`)));
  return compared(recording);
}

test('a recording beside itself, and beside another visit with other values, does not part', () => {
  const one = signIn('9f2c', 'SameSite=None', true);
  for (const other of [one, signIn('77aa', 'SameSite=None', true)]) {
    const { parting, matched, rows, jar } = compare(one, other);
    expect(parting).toBeNull();
    expect(matched).toBe(4);
    expect(rows.every(({ a, b }) => a !== null && b !== null)).toBe(true);
    expect(jar.different).toEqual([]);
  }
  expect(compare(one, signIn('77aa', 'SameSite=None', true)).jar.otherValues).toBe(1);
});

test('they part where one sends what the other withholds; what follows has no counterpart', () => {
  const { parting, rows, jar } = compare(signIn('9f2c', 'SameSite=Lax', false), signIn('77aa', 'SameSite=None', true));
  expect(parting).toBe(2);
  expect(rows[2]?.differences).toEqual([
    { kind: 'leads-to', a: `${SHOP}/sign-in?error=1`, b: `${SHOP}/account` },
    { kind: 'sent', by: 'b', name: 'corr', other: 'withheld' },
    { kind: 'line', name: 'sid', a: null, b: 'stored' },
  ]);
  expect(rows.slice(3).map(({ a, b }) => [a?.url ?? null, b?.url ?? null])).toEqual([
    [`${SHOP}/sign-in?error=1`, null],
    [null, `${SHOP}/account`],
  ]);
  expect(jar.different.map(({ a, b, aspects }) => [a?.name ?? null, b?.name ?? null, aspects])).toEqual([
    ['corr', 'corr', ['sameSite']],
    [null, 'sid', []],
  ]);
});

test('swapping the sides swaps every difference', () => {
  const [one, other] = [signIn('9f2c', 'SameSite=Lax', false), signIn('77aa', 'SameSite=None', true)];
  const sent = compare(other, one).rows[2]?.differences.find(({ kind }) => kind === 'sent');
  expect(sent).toEqual({ kind: 'sent', by: 'a', name: 'corr', other: 'withheld' });
});

test('what one side does not know is no difference', () => {
  const at = (seen: boolean) =>
    compared(
      aRecording('chromium').add(
        aResponse()
          .from(`${SHOP}/`)
          .carrying('sid=1')
          .request(seen ? {} : { unseen: true, cookie: null }),
      ),
    );
  expect(compare(at(true), at(false)).rows.map(({ differences }) => differences)).toEqual([[]]);
});

test('a finding on a cookie that only one browser partitions is in both', () => {
  const base = compared(aRecording('chromium'));
  // Names may hold a tab.
  const cookie = () => aCookie('id\tof=1').on('ads.example');
  const plain = finding('secure-missing', cookie().cookie);
  const partitioned = finding('secure-missing', cookie().inPartition('https://shop.example').cookie);
  const another = finding('secure-missing', cookie().under('/sub').cookie);
  const { onlyA, onlyB } = compare({ ...base, findings: [plain] }, { ...base, findings: [partitioned, another] });
  expect(onlyA.findings).toEqual([]);
  expect(onlyB.findings).toEqual([another]);
});

test('findings and incidents of one only are told', () => {
  const base = compared(aRecording('chromium'));
  const incident = (id: string) => ({ id }) as Compared['incidents'][number];
  const { onlyA, onlyB } = compare(
    { ...base, findings: [finding('secure-missing'), finding('http-only-missing')], incidents: [incident('i')] },
    { ...base, findings: [finding('http-only-missing')], incidents: [incident('j')] },
  );
  expect(onlyA).toEqual({ findings: [finding('secure-missing')], incidents: [incident('i')] });
  expect(onlyB).toEqual({ findings: [], incidents: [incident('j')] });
});

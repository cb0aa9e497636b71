import { describe, expect, it } from 'vitest';
import { harEntry, harHeaders, readHarOf } from '../../../test/build/har';

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `c${n}`);
/** The first ten are for `/used`, the others for `/idle`: no other request carries them. */
const lineOf = (name: string) => ({
  name: 'Set-Cookie',
  value: `${name}=1; Secure; Path=${/^c\d$/.test(name) ? '/used' : '/idle'}`,
});
const typed = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
const setting = (all: readonly string[], at: number) =>
  harEntry('https://a.example/', at, { headers: harHeaders(typed) }, { headers: all.map(lineOf) });
const heldAfter = (entries: readonly unknown[]) => [...readHarOf(entries).replay.jar.all()].map(({ name }) => String(name));

describe('the jar of a HAR, of which no browser told what it evicted', () => {
  it('holds 180 cookies of a site, and 150 after one more, as the browser does', () => {
    expect(heldAfter([setting(names(180), 0)])).toHaveLength(180);
    expect(heldAfter([setting(names(181), 0)])).toHaveLength(150);
  });

  it('loses the least recently used: what a request carried since stays', () => {
    const carried = names(10).map((name) => `${name}=1`);
    const using = harEntry('https://a.example/used', 1000, { headers: harHeaders({ ...typed, Cookie: carried.join('; ') }) });
    const held = heldAfter([setting(names(180), 0), using, setting(['last'], 2000)]);
    expect(held).toHaveLength(150);
    expect(held).toEqual(expect.arrayContaining(['last', ...names(10), 'c179']));
    expect(held).not.toContain('c10');
  });

  it('is as it was at any earlier request', () => {
    const { replay, exchanges } = readHarOf([setting(names(180), 0), setting(['last'], 2000)]);
    const second = exchanges.at(-1);
    if (second === undefined) throw new Error('no request was read');
    expect([...replay.jarAt(second).all()]).toHaveLength(180);
    expect([...replay.jar.all()]).toHaveLength(150);
  });
});

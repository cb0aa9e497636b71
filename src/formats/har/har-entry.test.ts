import { describe, expect, it } from 'vitest';
import { harEntry, readHarOf } from '../../../test/build/har';

describe('what stands where something else should is told by its place, and the entries that are right are taken', () => {
  const right = harEntry('https://a.example/right', 0);
  it.each([
    ['an array for a text', { headers: [{ name: ['Cookie'], value: 'x' }] }, 'request.headers[0].name', 'Array'],
    ['half a pair', { headers: [['Cookie']] }, 'request.headers[0][1]', 'undefined'],
    ['a list of lines', { headers: ['Cookie: x=1'] }, 'request.headers[0]', 'text'],
    ['a text for a list', { headers: 'Cookie: x=1' }, 'request.headers', 'text'],
    ['an array for an address', { url: ['https://a.example/'] }, 'request.url', 'Array'],
  ])('%s', (_, request, place, found) => {
    const read = readHarOf([harEntry('https://a.example/', 0, request), right]);
    expect(read.faults).toEqual([expect.objectContaining({ place: `log.entries[0].${place}`, found })]);
    expect(read.exchanges.map(({ url }) => url)).toEqual(['https://a.example/right']);
  });

  it('headers named like an object’s own parts are headers like any other', () => {
    const lines = [
      ['__proto__', 'x'],
      ['Set-Cookie', '__proto__=1; Path=/'],
      ['Set-Cookie', 'constructor=2; Path=/'],
    ];
    const read = readHarOf([harEntry('https://a.example/', 0, {}, { headers: lines })]);
    expect(read.exchanges[0]?.lines.map(({ line }) => String(line))).toEqual(['__proto__=1; Path=/', 'constructor=2; Path=/']);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

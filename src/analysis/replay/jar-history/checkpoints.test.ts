import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storedCookie } from '../../../../test/build/stored-cookie';
import { bytes } from '../../engine/base/bytes';
import { instant } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { JarHistory } from './jar-history';

const NAMES = 12;

/** What happens to a cookie: it is written, removed, or its last write is struck out. */
const aStep = fc.record({
  name: fc.nat(NAMES - 1),
  does: fc.constantFrom('put', 'put', 'put', 'put', 'remove', 'strike'),
});

interface Write {
  readonly name: number;
  readonly after: StoredCookie | null;
}

/** The cookies after the first `count` writes, made by doing them one by one. */
function after(writes: readonly (Write | null)[], count: number): readonly string[] {
  const jar = new Map<number, string>();
  for (const write of writes.slice(0, count)) {
    if (write?.after) jar.set(write.name, write.after.value);
    else if (write) jar.delete(write.name);
  }
  return [...jar.values()].sort();
}

test('the jar at any mark is what its writes until then made, however many came since and whichever were struck', () => {
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 1500, maxLength: 1500 }), fc.array(fc.nat(1500)), (steps, marks) => {
      const history = new JarHistory();
      const writes: (Write | null)[] = [];
      for (const [index, { name, does }] of steps.entries()) {
        const cookie = storedCookie(`c${name}`, { value: bytes(String(index)) });
        const last = writes.findLastIndex((write) => write?.name === name);
        if (does === 'strike') {
          if (last < 0) continue;
          history.strike(cookie, writes[last]?.after ?? null);
          writes[last] = null;
        } else if (does === 'put') {
          writes.push({ name, after: cookie });
          history.put(cookie, instant(index));
        } else if (history.jar.find(cookie)) {
          writes.push({ name, after: null });
          history.remove(cookie, instant(index));
        }
      }
      for (const mark of [...marks.map((each) => each % (history.mark + 1)), 0, history.mark]) {
        expect(
          history
            .cookiesAt(mark)
            .map(({ value }) => value)
            .sort(),
        ).toEqual(after(writes, mark));
        expect([...history.jarAt(mark).all()].map(({ value }) => value).sort()).toEqual(after(writes, mark));
      }
    }),
    { numRuns: 12 },
  );
});

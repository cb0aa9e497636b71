import { beforeEach, expect, test, vi } from 'vitest';

const kept = vi.hoisted(() => {
  const map = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, text: string) => map.set(key, text),
    removeItem: (key: string) => map.delete(key),
  });
  return map;
});

/** The module as the panel of one more tab loads it. */
const openPanel = async () => {
  vi.resetModules();
  return await import('./saved');
};
const filters = () => kept.get('panel.filters') ?? null;

beforeEach(() => kept.clear());

test('two open panels lose no filter of each other', async () => {
  const [one, other] = [await openPanel(), await openPanel()];
  one.toggleFilter('is:withheld');
  other.toggleFilter('cookie:sid');
  one.toggleFilter('status:5*');
  expect(filters()).toBe('status:5*\ncookie:sid\nis:withheld');
});

test('one panel forgets what the other kept, and nothing else', async () => {
  const [one, other] = [await openPanel(), await openPanel()];
  one.toggleFilter('is:withheld');
  one.toggleFilter('cookie:sid');
  other.toggleFilter(' is:withheld ');
  expect(filters()).toBe('cookie:sid');
  one.toggleFilter('cookie:sid');
  expect(filters()).toBeNull();
});

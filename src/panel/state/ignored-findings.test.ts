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

const STORED = 'panel.ignored-findings';
const load = async () => {
  vi.resetModules();
  return await import('./ignored-findings');
};

beforeEach(() => kept.clear());

test('what is ignored is kept per site with its reason, and known when the panel opens again', async () => {
  const { useIgnored } = await load();
  useIgnored.getState().ignore([{ site: 'shop.example', finding: 'x', reason: 'first' }]);
  useIgnored.getState().ignore([{ site: 'shop.example', finding: 'x', reason: 'better' }]);
  const again = await load();
  expect([...again.reasonsFor('shop.example', again.useIgnored.getState())]).toEqual([['x', 'better']]);
  expect(again.reasonsFor('other.example', again.useIgnored.getState()).size).toBe(0);
});

test('what is undone is kept no longer', async () => {
  const { useIgnored } = await load();
  useIgnored.getState().ignore([{ site: 'shop.example', finding: 'x', reason: 'r' }]);
  useIgnored.getState().restore('shop.example', ['x']);
  expect(kept.has(STORED)).toBe(false);
});

test('two open panels lose nothing of each other', async () => {
  const [one, other] = [(await load()).useIgnored, (await load()).useIgnored];
  one.getState().ignore([{ site: 'shop.example', finding: 'x', reason: 'r' }]);
  other.getState().ignore([{ site: 'shop.example', finding: 'y', reason: 'r' }]);
  one.getState().restore('shop.example', ['z']);
  const { useIgnored } = await load();
  expect(useIgnored.getState().kept.map(({ finding }) => finding)).toEqual(['x', 'y']);
});

test('what a file ignores is shown, stored nowhere, and can be undone', async () => {
  const { useIgnored, reasonsFor } = await load();
  useIgnored.getState().open([{ site: 'shop.example', finding: 'x', reason: 'of the file' }]);
  expect(reasonsFor('shop.example', useIgnored.getState()).get('x')).toBe('of the file');
  expect(kept.size).toBe(0);
  useIgnored.getState().restore('shop.example', ['x']);
  expect(reasonsFor('shop.example', useIgnored.getState()).size).toBe(0);
});

test.each(['{', '{"site":1}', '[{"site":"a"},null,7]'])('stored rubbish like %s ignores nothing', async (text) => {
  kept.set(STORED, text);
  const { useIgnored } = await load();
  expect(useIgnored.getState().kept).toEqual([]);
});

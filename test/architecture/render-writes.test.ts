import { expect, test } from 'vitest';
import { renderWrites } from './render-writes';
import { isTest, sourceFiles } from './source-files';

test('no component and no hook writes a ref while it renders', () => {
  const files = sourceFiles('src/panel', 'src/grant').filter((file) => !isTest(file));
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(renderWrites)).toEqual([]);
});

test.each([
  ['by a component', 'export function Row({ id }) { const last = useRef(id); last.current = id; return null; }'],
  ['by a hook', 'const useLast = (id) => { const last = useRef(id); if (id) last.current = id; return last; };'],
  ['counted', 'function useRenders() { const count = useRef(0); count.current++; }'],
])('written %s', (_, text) => {
  expect(renderWrites({ path: 'src/panel/a.tsx', text })).toHaveLength(1);
});

test.each([
  ['an effect', 'function useLast(id) { const last = useRef(id); useEffect(() => { last.current = id; }); }'],
  ['an event', 'function Row() { const at = useRef(0); return <a onClick={() => { at.current = 1; }} />; }'],
  ['a function that renders nothing', 'function move(to) { to.current = 1; }'],
])('not by %s', (_, text) => {
  expect(renderWrites({ path: 'src/panel/a.tsx', text })).toEqual([]);
});

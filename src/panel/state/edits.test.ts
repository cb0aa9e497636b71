import { beforeEach, expect, test } from 'vitest';
import { aCookie } from '../../../test/build/cookie';
import { bytes } from '../../analysis/engine/base/bytes';
import type { UserWrite } from '../../protocol/recording-log';
import { useEdits } from './edits';

const sid = (value: string) => aCookie(`sid=${value}`).on('shop.example').cookie;
const moved = { ...sid('1'), domain: 'www.shop.example' };
let asked: string[] = [];
const answering = (words: (write: UserWrite) => string | null) => async (writes: readonly UserWrite[]) => {
  asked.push(
    ...writes.map(({ cookie, removed }) => `${removed ? 'delete' : 'set'} ${cookie.domain} ${cookie.name}=${cookie.value}`),
  );
  return writes.map(words);
};
const willing = answering(() => null);

beforeEach(() => {
  asked = [];
  useEdits.getState().forget();
});

test('a change of the value is one write, and undone by one', async () => {
  await useEdits.getState().apply([{ before: sid('1'), after: sid('2') }], willing);
  await useEdits.getState().undo(willing);
  expect(asked).toEqual(['set shop.example sid=2', 'set shop.example sid=1']);
  expect(useEdits.getState().last).toBeNull();
});

test('a cookie that moves is written first and deleted then; where the browser refuses the first, the old one stays', async () => {
  await useEdits.getState().apply([{ before: sid('1'), after: moved }], willing);
  expect(asked).toEqual(['set www.shop.example sid=1', 'delete shop.example sid=1']);
  asked = [];
  await useEdits.getState().apply(
    [{ before: sid('1'), after: moved }],
    answering(() => 'no'),
  );
  expect(asked).toEqual(['set www.shop.example sid=1']);
  expect(useEdits.getState().last?.refused.map(({ words }) => words)).toEqual(['no']);
});

test.each([
  ['a cookie that is renamed', sid('1'), ['set shop.example theme=1', 'delete shop.example sid=1']],
  ['a new cookie', null, ['set shop.example theme=1']],
])('undone, %s gives back the cookie that it was written over', async (_, before, writes) => {
  const theme = (value: string) => ({ ...sid(value), name: bytes('theme') });
  await useEdits.getState().apply([{ before, after: theme('1'), replaced: theme('dark') }], willing);
  expect(asked).toEqual(writes);
  asked = [];
  await useEdits.getState().undo(willing);
  expect(asked.at(-1)).toBe('set shop.example theme=dark');
  expect(asked.includes('set shop.example sid=1')).toBe(before !== null);
});

test('of many deletions those that were refused are not undone', async () => {
  const edits = [sid('1'), { ...sid('2'), domain: 'b.example' }].map((before) => ({ before, after: null }));
  await useEdits.getState().apply(
    edits,
    answering(({ cookie }) => (cookie.domain === 'b.example' ? 'no' : null)),
  );
  asked = [];
  await useEdits.getState().undo(willing);
  expect(asked).toEqual(['set shop.example sid=1']);
});

import { beforeEach, expect, test } from 'vitest';
import { aCookie } from '../../../test/build/cookie';
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

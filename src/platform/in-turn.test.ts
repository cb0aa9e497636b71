import { expect, test } from 'vitest';
import { InTurn } from './in-turn';

test('works follow one another, and one that fails holds up none', async () => {
  const turns = new InTurn();
  const told: string[] = [];
  let finish = () => {};
  const first = turns.do(async () => {
    told.push('first begins');
    await new Promise<void>((done) => (finish = done));
    told.push('first fails');
    throw new Error('the rule could not be taken away');
  });
  const second = turns.do(async () => told.push('second'));
  await Promise.resolve();
  expect(told).toEqual(['first begins']);
  finish();
  await expect(first).rejects.toThrow('the rule could not be taken away');
  expect(await second).toBe(3);
  expect(told).toEqual(['first begins', 'first fails', 'second']);
});

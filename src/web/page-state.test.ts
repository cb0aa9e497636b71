import { expect, test } from 'vitest';
import { stateIn, stateText } from './page-state';

test('what is written into the address is read from it', () => {
  const state = { view: 'lab', as: 'frame', method: 'POST' } as const;
  expect(stateText(state)).toBe('#view=lab&as=frame&method=POST');
  expect(stateIn(stateText(state))).toEqual(state);
});

test.each([
  ['', {}],
  ['#lessons', {}],
  ['#view=lab&lab=1.e30', { view: 'lab', lab: '1.e30' }],
  ['#view=nothing&as=frame', { as: 'frame' }],
  ['#view=__proto__&method=post', {}],
  ['#view=cookies&line=sid%3D1&view=lab', { view: 'cookies' }],
])('%s says %j: what is in no list is passed over', (hash, state) => {
  expect(stateIn(hash)).toEqual(state);
});
